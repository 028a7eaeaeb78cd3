package io.github.patchlane.core.metrics;

import io.github.patchlane.core.metrics.Latency.Measured;
import java.time.Duration;
import java.util.List;

/** How old what is open now is. */
final class Age extends DurationMetric {
  Age() {
    super(
        Definition.of("age", "Of the contributions that are open, the time since their opening."),
        Duration.ofDays(365));
  }

  @Override
  public List<Latency> of(Subject subject, LatencyOptions options) {
    Timeline timeline = subject.timeline();
    if (!timeline.isOpen()) {
      return List.of();
    }
    // An age is known in full: nothing about it is pending.
    return List.of(
        Measured.between(
            timeline.opened(),
            timeline.asOf(),
            Postings.nameOf(timeline.contribution(), timeline.contribution().revisions().get(0))));
  }
}
