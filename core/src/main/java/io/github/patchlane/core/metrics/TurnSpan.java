package io.github.patchlane.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * A stretch of open time in which it was one side's move.
 *
 * @param to when the move passed on, the contribution ended, or the observation did
 */
public record TurnSpan(Turn turn, Instant to) {
  public TurnSpan {
    Objects.requireNonNull(turn);
    Objects.requireNonNull(to);
    if (to.isBefore(turn.since())) {
      throw new IllegalArgumentException("a turn that ends before it begins: " + turn.since());
    }
  }

  public Duration length() {
    return Duration.between(turn.since(), to);
  }
}
