package io.github.patchlane.core.metrics;

import io.github.patchlane.core.review.ReviewEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How long each revision waits for a word on the change itself. */
final class TimeToFirstReview extends DurationMetric {
  TimeToFirstReview() {
    super(
        Definition.of(
            "time-to-first-review",
            "For each revision, from its posting to the first substantive reply by another human:"
                + " on the diff, or a verdict; it waits no longer than until the next revision, the"
                + " landing or the close."),
        Duration.ofDays(7));
  }

  @Override
  public List<Latency> of(Subject subject, LatencyOptions options) {
    Timeline timeline = subject.timeline();
    List<ReviewEvent> reviews = timeline.responses(Tier.SUBSTANTIVE).toList();
    List<Latency> latencies = new ArrayList<>();
    for (Round round : timeline.rounds()) {
      latencies.add(firstIn(round, reviews, timeline));
    }
    return latencies;
  }

  static Latency firstIn(Round round, List<ReviewEvent> events, Timeline timeline) {
    Optional<ReviewEvent> first =
        events.stream().filter(event -> belongs(event, round)).findFirst();
    if (first.isPresent()) {
      return measured(round.from(), first.get().at(), first.get().act().source());
    }
    return round
        .end()
        .map(end -> pending(round.from(), end.at()))
        .orElseGet(() -> pendingWhileWatched(timeline, round.from()));
  }

  private static boolean belongs(ReviewEvent event, Round round) {
    return !event.at().isBefore(round.from())
        && round.end().filter(end -> event.at().isAfter(end.at())).isEmpty()
        && event.act().revision().orElse(round.revision().number()) == round.revision().number();
  }
}
