package io.github.patchlane.core.contribution;

import io.github.patchlane.core.review.ReviewEvent;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * One effort across all its revisions: every version of one patch series, or one merge request.
 *
 * @param id its name
 * @param lane where it is reviewed
 * @param title of the newest revision, without prefixes
 * @param submitter who sent its first revision
 * @param openedAt its first posting that is no RFC; the first posting where all are
 * @param state where it stands
 * @param revisions by time of posting, at least one
 * @param events by time
 * @param landings by the patch's place, empty where none was found or no repository was searched
 */
public record Contribution(
    ContributionId id,
    Lane lane,
    String title,
    Person submitter,
    Instant openedAt,
    State state,
    List<Revision> revisions,
    List<ReviewEvent> events,
    List<Landing> landings) {
  /** How {@code list} prints them: by opening time, then id. */
  public static final Comparator<Contribution> BY_OPENING =
      Comparator.comparing(Contribution::openedAt).thenComparing(Contribution::id);

  public Contribution {
    Objects.requireNonNull(id);
    Objects.requireNonNull(lane);
    Objects.requireNonNull(title);
    Objects.requireNonNull(submitter);
    Objects.requireNonNull(openedAt);
    Objects.requireNonNull(state);
    revisions = List.copyOf(revisions);
    events = List.copyOf(events);
    landings = List.copyOf(landings);
    if (revisions.isEmpty()) {
      throw new IllegalArgumentException("a contribution has at least one revision: " + id);
    }
  }

  /** The revision posted last. */
  public Revision newest() {
    return revisions.get(revisions.size() - 1);
  }

  /** Whether every posting has this purpose; refreshes count for what they refresh. */
  public boolean isOnly(Revision.Kind kind) {
    return revisions.stream().allMatch(r -> r.kind() == kind || r.kind() == Revision.Kind.REFRESH)
        && revisions.stream().anyMatch(r -> r.kind() == kind);
  }

  /** The newest revision that holds this posting. */
  public Optional<Revision> revisionOf(SourceId posting) {
    Optional<Revision> found = Optional.empty();
    for (Revision revision : revisions) {
      if (revision.postings().anyMatch(posting::equals)) {
        found = Optional.of(revision);
      }
    }
    return found;
  }

  /** The same contribution with another end: what landed, what happened, where it now stands. */
  public Contribution with(State newState, List<ReviewEvent> newEvents, List<Landing> newLandings) {
    return new Contribution(
        id, lane, title, submitter, openedAt, newState, revisions, newEvents, newLandings);
  }
}
