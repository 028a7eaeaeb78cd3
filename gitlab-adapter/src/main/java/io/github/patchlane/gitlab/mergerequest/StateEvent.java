package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.gitlab.identity.User;
import java.time.Instant;
import java.util.Objects;

/**
 * A request was closed, merged or reopened.
 *
 * @param user {@link User#GHOST} where the account is gone
 */
public record StateEvent(User user, Instant at, Change change) {
  public StateEvent {
    Objects.requireNonNull(user);
    Objects.requireNonNull(at);
    Objects.requireNonNull(change);
  }

  /** What changed. */
  public enum Change {
    CLOSED,
    REOPENED,
    MERGED
  }
}
