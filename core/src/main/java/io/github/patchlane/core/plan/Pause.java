package io.github.patchlane.core.plan;

import java.time.Duration;

/** How time is let pass between two tries; tests let none. */
@FunctionalInterface
public interface Pause {
  /** Waits as long as it is told. An interrupt ends the wait and stays set. */
  Pause REAL =
      duration -> {
        try {
          Thread.sleep(duration.toMillis());
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
        }
      };

  void pass(Duration duration);
}
