package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Patch;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;

/**
 * One posting of one patch that may have landed.
 *
 * @param contribution whose patch it is
 * @param revision the number of the round it was posted in
 * @param postedAt when
 * @param patch the patch; where it has no net change, its patch-id is looked for among more commits
 */
public record LandingCandidate(
    ContributionId contribution, int revision, Instant postedAt, Patch patch) {
  /** By time of posting, then name: any order of reading comes to the same. */
  static final Comparator<LandingCandidate> BY_TIME =
      Comparator.comparing(LandingCandidate::postedAt)
          .thenComparing(c -> c.contribution().value())
          .thenComparing(LandingCandidate::revision)
          .thenComparing(c -> c.patch().index())
          .thenComparing(c -> c.patch().id().value());

  public LandingCandidate {
    Objects.requireNonNull(contribution);
    Objects.requireNonNull(postedAt);
    Objects.requireNonNull(patch);
  }
}
