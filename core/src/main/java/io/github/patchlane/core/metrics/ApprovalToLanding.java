package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.review.ReviewEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** How long what was approved waits to be applied. */
final class ApprovalToLanding extends DurationMetric {
  private static final Latency LANDED_WITHOUT =
      new Latency.NotApplicable("it landed without a recorded approval");
  private static final Latency NOT_APPROVED =
      new Latency.NotApplicable("it has no recorded approval");

  ApprovalToLanding() {
    super(
        Definition.of(
            "approval-to-landing",
            "From the last approval before the landing to the landing of all patches; which"
                + " approvals were needed is not known, so that the last one counts."),
        Duration.ofDays(30));
  }

  @Override
  public List<Latency> of(Subject subject, LatencyOptions options) {
    return List.of(latency(subject.timeline(), options));
  }

  private static Latency latency(Timeline timeline, LatencyOptions options) {
    if (!options.landingsKnown()) {
      return NO_REPOSITORY;
    }
    Optional<Ending> landing = timeline.ending().filter(e -> e.state() == State.LANDED);
    Instant until = landing.map(Ending::at).orElseGet(timeline::asOf);
    Optional<ReviewEvent> last = lastStanding(timeline, until);
    if (last.isEmpty()) {
      return landing.isPresent() ? LANDED_WITHOUT : NOT_APPROVED;
    }
    Instant from = last.get().at();
    return landing
        .map(end -> measured(from, end.at(), end.by()))
        .orElseGet(() -> pending(from, TimeToLanding.neverAfter(timeline)));
  }

  /** The last approval that its giver had not taken back. */
  private static Optional<ReviewEvent> lastStanding(Timeline timeline, Instant until) {
    Map<String, Instant> withdrawn = new HashMap<>();
    for (ReviewEvent event : timeline.events()) {
      if (event instanceof ReviewEvent.ApprovalWithdrawn && !event.at().isAfter(until)) {
        withdrawn.put(event.by().person().key(), event.at());
      }
    }
    return timeline
        .approvals()
        .filter(event -> !event.at().isAfter(until))
        .filter(
            event -> {
              Instant taken = withdrawn.get(event.by().person().key());
              return taken == null || event.at().isAfter(taken);
            })
        .reduce((a, b) -> b);
  }
}
