package io.github.patchlane.core.review;

import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.review.ReviewEvent.Closed;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a contribution stands, by one rule for both lanes. What reached the repository decides
 * first; then the last end that no later revision or reopening undid; else it is open.
 *
 * @param since when it came to stand there; empty while it is open
 * @param by what decided: a commit, a mail, a note; empty while it is open
 */
public record Standing(State state, Optional<Instant> since, Optional<SourceId> by) {
  private static final Standing OPEN = new Standing(State.OPEN, Optional.empty(), Optional.empty());

  public Standing {
    Objects.requireNonNull(state);
    Objects.requireNonNull(since);
    Objects.requireNonNull(by);
  }

  /**
   * Derives the standing.
   *
   * <p>A patch has landed if it, or its equal in another revision (same patch-id or same subject),
   * has a landing. A revision has landed if all its patches have and none is missing; one that was
   * outgrown, because a newer revision has landings of its own, no longer decides. Revisions that
   * claim to be in the repository already are believed only with a landing.
   *
   * @param revisions in any order
   * @param events in any order; of one instant, a later place in the list wins
   */
  public static Standing of(
      List<Revision> revisions, List<ReviewEvent> events, List<Landing> landings) {
    List<Landing> counting = landings.stream().filter(l -> l.role().counts()).toList();
    if (!counting.isEmpty()) {
      Optional<Landing> whole = new LandedPatches(revisions, counting).completing();
      Landing last = whole.orElseGet(() -> lastOf(counting));
      return new Standing(
          whole.isPresent() ? State.LANDED : State.PARTLY_LANDED,
          Optional.of(last.landedAt()),
          Optional.of(last.commit()));
    }
    return closing(revisions, events).map(Standing::closedBy).orElse(OPEN);
  }

  /** The end that nothing undid since, whatever landed. */
  public static Optional<Closed> closing(List<Revision> revisions, List<ReviewEvent> events) {
    Instant newest =
        revisions.stream().map(Revision::postedAt).max(Instant::compareTo).orElse(Instant.MIN);
    Optional<Closed> closing = Optional.empty();
    for (ReviewEvent event :
        events.stream().sorted(Comparator.comparing(ReviewEvent::at)).toList()) {
      if (event instanceof Closed closed) {
        closing = Optional.of(closed);
      } else if (event instanceof ReviewEvent.Reopened
          || event instanceof ReviewEvent.RevisionPosted) {
        closing = Optional.empty();
      }
    }
    return closing.filter(closed -> !closed.at().isBefore(newest));
  }

  private static Standing closedBy(Closed closed) {
    return new Standing(
        closed.reason().state(), Optional.of(closed.at()), Optional.of(closed.act().source()));
  }

  private static Landing lastOf(List<Landing> landings) {
    return landings.stream().max(LandedPatches.BY_TIME).orElseThrow();
  }
}
