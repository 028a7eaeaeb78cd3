package io.github.patchlane.core.metrics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long each round takes. */
final class ReviewCycle extends DurationMetric {
  ReviewCycle() {
    super(
        Definition.of(
                "review-cycle",
                "For each revision, from its posting to the next revision, the landing or the"
                    + " close; sending the same again is no revision.")
            .asChaoss("Review Cycle Duration within a Change Request"),
        Duration.ofDays(30));
  }

  @Override
  public List<Latency> of(Subject subject, LatencyOptions options) {
    Timeline timeline = subject.timeline();
    List<Latency> latencies = new ArrayList<>();
    for (Round round : timeline.rounds()) {
      latencies.add(
          round
              .end()
              .map(end -> measured(round.from(), end.at(), end.by()))
              .orElseGet(() -> pendingWhileWatched(timeline, round.from())));
    }
    return latencies;
  }
}
