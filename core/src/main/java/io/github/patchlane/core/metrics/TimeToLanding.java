package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.State;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * How long until the whole of it is in the repository. What was declined or withdrawn never lands.
 * Were it censored when it ended, the curve would speak as if it might still land like the others,
 * and overstate landing; it stays in the risk set to the end of observation instead, which makes
 * one minus the curve the incidence of landing.
 */
final class TimeToLanding extends DurationMetric {
  TimeToLanding() {
    super(
        Definition.of(
                "time-to-landing",
                "From the opening until all patches of a revision are in the repository, the last"
                    + " one deciding; what was declined or withdrawn never lands and stays among"
                    + " those waiting, and so does what landed in part.")
            .asChaoss("Change Requests Duration"),
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
    Optional<Ending> landing = timeline.ending().filter(e -> e.state() == State.LANDED);
    if (landing.isEmpty() && timeline.contribution().state() == State.LANDED) {
      return List.of(END_UNKNOWN);
    }
    return List.of(
        landing
            .map(end -> measured(timeline.opened(), end.at(), end.by()))
            .orElseGet(() -> pending(timeline.opened(), neverAfter(timeline))));
  }

  /**
   * To when somebody would have been watched for an event that no longer can come: to the end of
   * observation; but what goes on under another name was watched only until it was replaced.
   */
  static Instant neverAfter(Timeline timeline) {
    return timeline
        .ending()
        .filter(end -> end.state() == State.SUPERSEDED)
        .map(Ending::at)
        .orElseGet(timeline::asOf);
  }
}
