package io.github.patchlane.core.metrics;

import java.time.Duration;
import java.util.List;

/** How long until a newcomer comes again. */
final class TimeToSecondContribution extends DurationMetric {
  TimeToSecondContribution() {
    super(
        Definition.of(
            "time-to-second-contribution",
            "From a newcomer's first contribution to the opening of their second."),
        Duration.ofDays(180));
  }

  @Override
  public List<Latency> of(Subject subject, LatencyOptions options) {
    Timeline timeline = subject.timeline();
    if (subject.career().experience() != Experience.NEWCOMER) {
      return List.of();
    }
    return List.of(
        subject
            .career()
            .next()
            .map(
                next ->
                    measured(
                        timeline.opened(),
                        next.openedAt(),
                        Postings.nameOf(next, next.revisions().get(0))))
            .orElseGet(() -> pending(timeline.opened(), timeline.asOf())));
  }
}
