package io.github.patchlane.core.metrics;

import io.github.patchlane.core.review.ReviewEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** How long each revision waits for a machine. */
final class TimeToFirstCheck extends DurationMetric {
  TimeToFirstCheck() {
    super(
        Definition.of(
            "time-to-first-check",
            "For each revision, from its posting to the first result of an automatic check."),
        Duration.ofDays(1));
  }

  @Override
  public List<Latency> of(Subject subject, LatencyOptions options) {
    Timeline timeline = subject.timeline();
    List<ReviewEvent> checks =
        timeline.events().stream().filter(ReviewEvent.Checked.class::isInstance).toList();
    List<Latency> latencies = new ArrayList<>();
    for (Round round : timeline.rounds()) {
      latencies.add(TimeToFirstReview.firstIn(round, checks, timeline));
    }
    return latencies;
  }
}
