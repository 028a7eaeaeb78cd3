package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.Person;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;

/**
 * How a series is applied. Start from {@link #DEFAULT}.
 *
 * @param baseEvidence what is said of the base in the outcome
 * @param committer of every commit; empty for each patch's author, so that the same patches on the
 *     same base are the same commits for everybody
 * @param threeWay whether a patch that does not fit as it stands is merged
 * @param keep whether the commits are written to the repository; where they are not, their names
 *     are the same and nothing can be done with them
 */
public record ApplyOptions(
    BaseEvidence baseEvidence, Optional<Committer> committer, boolean threeWay, boolean keep) {
  /** On a base that was named, merging where need be, written to the repository. */
  public static final ApplyOptions DEFAULT =
      new ApplyOptions(BaseEvidence.GIVEN, Optional.empty(), true, true);

  public ApplyOptions {
    Objects.requireNonNull(baseEvidence);
    Objects.requireNonNull(committer);
  }

  /**
   * Who commits, and when.
   *
   * @param at with the zone that the commit will name
   */
  public record Committer(Person person, OffsetDateTime at) {
    public Committer {
      Objects.requireNonNull(person);
      Objects.requireNonNull(at);
    }
  }

  public ApplyOptions withBaseEvidence(BaseEvidence evidence) {
    return new ApplyOptions(evidence, committer, threeWay, keep);
  }

  public ApplyOptions withCommitter(Person person, OffsetDateTime at) {
    return new ApplyOptions(baseEvidence, Optional.of(new Committer(person, at)), threeWay, keep);
  }

  /** As {@code git am} does without {@code -3}. */
  public ApplyOptions withoutThreeWay() {
    return new ApplyOptions(baseEvidence, committer, false, keep);
  }

  /** To find out what would come of it: nothing is written. */
  public ApplyOptions inMemory() {
    return new ApplyOptions(baseEvidence, committer, threeWay, false);
  }
}
