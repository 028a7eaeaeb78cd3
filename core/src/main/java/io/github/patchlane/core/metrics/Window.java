package io.github.patchlane.core.metrics;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * A span of opening times.
 *
 * @param since included
 * @param until excluded
 */
public record Window(Optional<Instant> since, Optional<Instant> until) {
  /** No bounds. */
  public static final Window ALWAYS = new Window(Optional.empty(), Optional.empty());

  public Window {
    Objects.requireNonNull(since);
    Objects.requireNonNull(until);
  }

  /** From one instant to before another. */
  public static Window between(Instant since, Instant until) {
    return new Window(Optional.of(since), Optional.of(until));
  }

  public boolean contains(Instant instant) {
    return since.filter(instant::isBefore).isEmpty()
        && until.filter(bound -> !instant.isBefore(bound)).isEmpty();
  }
}
