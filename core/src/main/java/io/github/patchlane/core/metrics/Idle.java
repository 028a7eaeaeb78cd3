package io.github.patchlane.core.metrics;

import java.time.Duration;

/** How long nobody has touched an open contribution. */
enum Idle {
  ACTIVE,
  STALLED,
  DORMANT;

  static Idle of(Timeline timeline, LatencyOptions options) {
    return of(timeline, options.stalledAfter(), options.dormantAfter());
  }

  static Idle of(Timeline timeline, Duration stalledAfter, Duration dormantAfter) {
    Duration idle = Duration.between(timeline.lastActivity(), timeline.asOf());
    if (idle.compareTo(dormantAfter) >= 0) {
      return DORMANT;
    }
    return idle.compareTo(stalledAfter) >= 0 ? STALLED : ACTIVE;
  }
}
