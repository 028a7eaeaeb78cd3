package io.github.patchlane.gitlab.standin;

import java.time.Duration;
import java.util.Optional;

/**
 * What becomes of a request on the wire.
 *
 * @param reply nothing where the connection is dropped instead
 */
record Outcome(Optional<Reply> reply, Duration delay) {
  static Outcome of(Reply reply) {
    return new Outcome(Optional.of(reply), Duration.ZERO);
  }

  static Outcome dropped() {
    return new Outcome(Optional.empty(), Duration.ZERO);
  }
}
