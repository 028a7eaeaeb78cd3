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
 */
public record Stalled(
    Contribution contribution, Turn turn, Duration waiting, Duration idle, List<Person> active) {
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
  }

  /** Empty where it is open no longer. */
  static Optional<Stalled> of(Timeline timeline) {
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
            active(timeline)));
  }

  private static List<Person> active(Timeline timeline) {
    List<ReviewEvent> newestFirst =
        timeline.responses(Tier.ANY_HUMAN).sorted(ReviewEvent.BY_TIME.reversed()).toList();
    Map<String, Person> people = new LinkedHashMap<>();
    newestFirst.forEach(e -> people.putIfAbsent(e.by().person().key(), e.by().person()));
    return List.copyOf(people.values());
  }
}
