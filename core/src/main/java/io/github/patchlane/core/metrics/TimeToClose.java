package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.State;
import java.time.Duration;
import java.util.List;

/** How long until it is over, one way or the other. */
final class TimeToClose extends DurationMetric {
  TimeToClose() {
    super(
        Definition.of(
                "time-to-close",
                "From the opening until it landed, was declined or was withdrawn; what was"
                    + " replaced by another contribution was watched until then.")
            .asChaoss("Time to Close"),
        Duration.ofDays(60));
  }

  @Override
  public List<Latency> of(Subject subject, LatencyOptions options) {
    Timeline timeline = subject.timeline();
    if (!options.landingsKnown()) {
      return List.of(NO_REPOSITORY);
    }
    if (!timeline.openingSeen()) {
      return List.of(OPENING_UNSEEN);
    }
    return List.of(
        timeline
            .ending()
            .filter(end -> end.state() != State.SUPERSEDED)
            .map(end -> measured(timeline.opened(), end.at(), end.by()))
            .orElseGet(() -> pendingWhileWatched(timeline, timeline.opened())));
  }
}
