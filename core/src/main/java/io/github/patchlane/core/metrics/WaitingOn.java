package io.github.patchlane.core.metrics;

import io.github.patchlane.core.metrics.Latency.Measured;
import io.github.patchlane.core.metrics.Latency.Pending;
import java.time.Duration;
import java.util.List;

/**
 * How much of the open time it was one side's move. Like every total that grows until an end comes,
 * its censoring hangs together with its length; compare groups of like open time.
 */
final class WaitingOn extends DurationMetric {
  private final boolean author;

  private WaitingOn(boolean author, Definition definition) {
    super(definition, Duration.ofDays(60));
    this.author = author;
  }

  static WaitingOn reviewer() {
    return new WaitingOn(
        false,
        Definition.of(
            "waiting-on-reviewer",
            "The part of the open time in which it was the reviewers' or a committer's move: after"
                + " a posting, after the author's answer, after approval."));
  }

  static WaitingOn author() {
    return new WaitingOn(
        true,
        Definition.of(
            "waiting-on-author",
            "The part of the open time in which it was the author's move: from a reviewer's reply"
                + " to the author's answer or next revision."));
  }

  @Override
  public List<Latency> of(Subject subject, LatencyOptions options) {
    Timeline timeline = subject.timeline();
    if (!timeline.openingSeen()) {
      return List.of(OPENING_UNSEEN);
    }
    if (timeline.turns().isEmpty()) {
      return List.of(timeline.ending().isPresent() ? DATED_BEFORE : END_UNKNOWN);
    }
    Duration total =
        timeline.turns().stream()
            .filter(span -> (span.turn().side() == Turn.Side.AUTHOR) == author)
            .map(span -> options.timeScale().between(span.turn().since(), span.to()))
            .reduce(Duration.ZERO, Duration::plus);
    return List.of(
        timeline
            .ending()
            .<Latency>map(end -> new Measured(total, timeline.opened(), end.at(), end.by()))
            .orElseGet(() -> new Pending(total, timeline.opened(), timeline.asOf())));
  }
}
