package io.github.patchlane.core.metrics;

import java.time.Duration;
import java.util.List;

/** How long until somebody who looks after the touched files speaks on the change. */
final class TimeToMaintainerReview extends DurationMetric {
  TimeToMaintainerReview() {
    super(
        Definition.of(
            "time-to-maintainer-review",
            "From the opening to the first substantive reply by a maintainer of the touched files;"
                + " measured only where the maintainers are known."),
        Duration.ofDays(7));
  }

  @Override
  public List<Latency> of(Subject subject, LatencyOptions options) {
    Timeline timeline = subject.timeline();
    if (!timeline.openingSeen()) {
      return List.of(OPENING_UNSEEN);
    }
    return List.of(
        timeline
            .responses(Tier.MAINTAINER, options.maintainers())
            .findFirst()
            .map(event -> measured(timeline.opened(), event.at(), event.act().source()))
            .orElseGet(() -> pendingWhileWatched(timeline, timeline.opened())));
  }
}
