package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.Standing;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What was to be seen at an instant: the later rest does not exist yet. */
public final class AsOf {
  private AsOf() {}

  /**
   * The contribution as it stood, events of that very instant included. A contribution of which
   * nothing later is known comes back as it is; else its state is derived anew. Its title stays.
   *
   * @return empty where it had not been opened
   */
  public static Optional<Contribution> view(Contribution contribution, Instant instant) {
    List<Revision> revisions =
        contribution.revisions().stream().filter(r -> !r.postedAt().isAfter(instant)).toList();
    boolean opened = !contribution.openedAt().isAfter(instant);
    // Before its first proposal, an effort that began as an RFC was an RFC.
    boolean onlyRfc = revisions.stream().allMatch(r -> r.kind() == Revision.Kind.RFC);
    if (revisions.isEmpty() || (!opened && !onlyRfc)) {
      return Optional.empty();
    }
    List<ReviewEvent> events =
        contribution.events().stream().filter(e -> !e.at().isAfter(instant)).toList();
    List<Landing> landings =
        contribution.landings().stream()
            .filter(l -> !l.landedAt().isAfter(instant))
            .map(l -> l.with(l.reverted().filter(undone -> !undone.at().isAfter(instant))))
            .toList();
    if (opened
        && revisions.size() == contribution.revisions().size()
        && events.size() == contribution.events().size()
        && landings.equals(contribution.landings())) {
      return Optional.of(contribution);
    }
    return Optional.of(
        new Contribution(
            contribution.id(),
            contribution.lane(),
            contribution.title(),
            contribution.submitter(),
            opened ? contribution.openedAt() : revisions.get(0).postedAt(),
            Standing.of(revisions, events, landings).state(),
            revisions,
            events,
            landings));
  }
}
