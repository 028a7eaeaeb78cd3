package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.review.ReviewEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One open contribution and whose move it is.
 *
 * @param idle since anybody, machines left out, did anything
 * @param active the humans other than the authors who took part, who was heard last first
 * @param suggested who could be asked: the maintainers of the touched files at the end of
 *     observation, as far as known, those of the most files first; none where it is the author's
 *     move
 */
public record Stalled(
    Contribution contribution,
    Turn turn,
    Duration waiting,
    Duration idle,
    List<Person> active,
    List<Person> suggested) {
  /** What the maintainers' side owes comes first, and of that what has waited longest. */
  static final Comparator<Stalled> MAINTAINERS_FIRST =
      Comparator.<Stalled, Boolean>comparing(s -> s.turn().side() == Turn.Side.AUTHOR)
          .thenComparing(s -> s.turn().since())
          .thenComparing(s -> s.contribution().id());

  public Stalled {
    Objects.requireNonNull(contribution);
    Objects.requireNonNull(turn);
    Objects.requireNonNull(waiting);
    Objects.requireNonNull(idle);
    active = List.copyOf(active);
    suggested = List.copyOf(suggested);
  }

  /** Empty where it is open no longer. */
  static Optional<Stalled> of(Timeline timeline, Maintainers maintainers) {
    if (!timeline.isOpen() || timeline.turns().isEmpty()) {
      return Optional.empty();
    }
    Turn turn = timeline.turns().get(timeline.turns().size() - 1).turn();
    Instant asOf = timeline.asOf();
    return Optional.of(
        new Stalled(
            timeline.contribution(),
            turn,
            Duration.between(turn.since(), asOf),
            Duration.between(timeline.lastActivity(), asOf),
            active(timeline),
            turn.side() == Turn.Side.AUTHOR ? List.of() : timeline.maintainers(maintainers, asOf)));
  }

  private static List<Person> active(Timeline timeline) {
    List<ReviewEvent> newestFirst =
        timeline.responses(Tier.ANY_HUMAN).sorted(ReviewEvent.BY_TIME.reversed()).toList();
    Map<String, Person> people = new LinkedHashMap<>();
    newestFirst.forEach(e -> people.putIfAbsent(e.by().person().key(), e.by().person()));
    return List.copyOf(people.values());
  }
}
