package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** How long until anybody reacts at all. A landing without a word is a reaction too. */
final class TimeToFirstResponse extends DurationMetric {
  private record Response(Instant at, SourceId by) {}

  TimeToFirstResponse() {
    super(
        Definition.of(
                "time-to-first-response",
                "From the opening to the first public reply or approval by a human other than the"
                    + " authors, or to the first landing; bots, checks and the author's own mails"
                    + " are none, and what waits still counts as waiting.")
            .asChaoss("Time to First Response"),
        Duration.ofDays(7));
  }

  @Override
  public List<Latency> of(Subject subject, LatencyOptions options) {
    Timeline timeline = subject.timeline();
    if (!timeline.openingSeen()) {
      return List.of(OPENING_UNSEEN);
    }
    Optional<Response> first =
        Stream.concat(
                timeline
                    .responses(Tier.ANY_HUMAN)
                    .map(event -> new Response(event.at(), event.act().source())),
                timeline.firstLanding().map(l -> new Response(l.landedAt(), l.commit())).stream())
            // A landing dated before the posting says only that its time is not known.
            .filter(response -> !response.at().isBefore(timeline.opened()))
            .min(Comparator.comparing(Response::at));
    return List.of(
        first
            .map(response -> measured(timeline.opened(), response.at(), response.by()))
            .orElseGet(() -> pendingWhileWatched(timeline, timeline.opened())));
  }
}
