package io.github.patchlane.gitlab.standin;

import java.time.Duration;
import java.time.Instant;

/**
 * The stand-in's own time. It starts at a fixed instant, gains one second with every request served
 * and moves otherwise only when told to, so that a run can be repeated to the byte.
 */
public final class ServerClock {
  private static final Duration STEP = Duration.ofSeconds(1);

  private Instant now;

  ServerClock(Instant start) {
    this.now = start;
  }

  public synchronized Instant now() {
    return now;
  }

  /** Sets the time, backwards too: past merge requests are told in any order. */
  public synchronized void set(Instant instant) {
    now = instant;
  }

  public synchronized void advance(Duration by) {
    now = now.plus(by);
  }

  synchronized void tick() {
    now = now.plus(STEP);
  }
}
