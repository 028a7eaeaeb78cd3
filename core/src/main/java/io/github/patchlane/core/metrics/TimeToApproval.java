package io.github.patchlane.core.metrics;

import java.time.Duration;
import java.util.List;

/** How long until somebody else consents. */
final class TimeToApproval extends DurationMetric {
  TimeToApproval() {
    super(
        Definition.of(
            "time-to-approval",
            "From the opening to the first approval by another human: a review or an"
                + " acknowledgement, not a test; one that ended without it never gets it and stays"
                + " among those waiting."),
        Duration.ofDays(30));
  }

  @Override
  public List<Latency> of(Subject subject, LatencyOptions options) {
    Timeline timeline = subject.timeline();
    if (!timeline.openingSeen()) {
      return List.of(OPENING_UNSEEN);
    }
    return List.of(
        timeline
            .approvals()
            .findFirst()
            .map(event -> measured(timeline.opened(), event.at(), event.act().source()))
            .orElseGet(() -> pending(timeline.opened(), TimeToLanding.neverAfter(timeline))));
  }
}
