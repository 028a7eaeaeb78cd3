package io.github.patchlane.gitlab.rest;

import java.time.Duration;

/** How waiting is done; tests write down what they would have waited. */
public interface Pause {
  /** Really waits. */
  Pause SLEEP = duration -> Thread.sleep(duration.toMillis());

  void last(Duration duration) throws InterruptedException;
}
