package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.metrics.Subject;
import io.github.patchlane.core.metrics.Timeline;
import io.github.patchlane.core.statistics.AalenJohansen;
import io.github.patchlane.core.statistics.CompetingObservation;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How contributions end, each way ruling out the others. What was superseded goes on elsewhere and
 * was watched until then; what ended at a time that is not known, or began where nobody looked, is
 * left out.
 */
final class Outcomes {
  private Outcomes() {}

  /** In seconds from the opening. */
  static AalenJohansen<State> of(List<Subject> subjects) {
    return AalenJohansen.of(
        subjects.stream().map(Subject::timeline).flatMap(t -> observation(t).stream()).toList());
  }

  private static Optional<CompetingObservation<State>> observation(Timeline timeline) {
    boolean endKnown = timeline.isOpen() || timeline.ending().isPresent();
    Instant until = timeline.watchedUntil();
    if (!timeline.openingSeen() || !endKnown || until.isBefore(timeline.opened())) {
      return Optional.empty();
    }
    double time = Duration.between(timeline.opened(), until).toMillis() / 1000.0;
    Optional<State> cause =
        timeline.ending().map(end -> end.state()).filter(state -> state != State.SUPERSEDED);
    return Optional.of(new CompetingObservation<>(0, time, cause));
  }
}
