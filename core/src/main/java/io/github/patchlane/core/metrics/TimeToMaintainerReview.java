package io.github.patchlane.core.metrics;

import java.time.Duration;
import java.util.List;

/** How long until somebody who looks after the touched files speaks on the change. */
final class TimeToMaintainerReview extends DurationMetric {
  static final String ID = "time-to-maintainer-review";

  private static final Latency.NotApplicable UNKNOWN =
      new Latency.NotApplicable("no MAINTAINERS file was given, so that maintainers are not known");
  private static final Latency.NotApplicable NOBODY_ELSE =
      new Latency.NotApplicable("nobody but its authors is named as maintainer of what it touches");

  TimeToMaintainerReview() {
    super(
        Definition.of(
            ID,
            "From the opening to the first substantive reply by somebody whom the MAINTAINERS file,"
                + " as it stood at the opening, names for the touched files; what only its authors"
                + " maintain is left out."),
        Duration.ofDays(7));
  }

  @Override
  public List<Latency> of(Subject subject, LatencyOptions options) {
    Timeline timeline = subject.timeline();
    if (options.maintainers() == Maintainers.UNKNOWN) {
      return List.of(UNKNOWN);
    } else if (!timeline.openingSeen()) {
      return List.of(OPENING_UNSEEN);
    } else if (timeline.maintainers(options.maintainers(), timeline.opened()).isEmpty()) {
      return List.of(NOBODY_ELSE);
    }
    return List.of(
        timeline
            .responses(Tier.MAINTAINER, options.maintainers())
            .findFirst()
            .map(event -> measured(timeline.opened(), event.at(), event.act().source()))
            .orElseGet(() -> pendingWhileWatched(timeline, timeline.opened())));
  }
}
