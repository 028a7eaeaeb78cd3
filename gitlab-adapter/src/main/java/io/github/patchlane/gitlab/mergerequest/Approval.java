package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.gitlab.identity.User;
import java.time.Instant;
import java.util.Objects;

/** An approval in force; those that were withdrawn exist only as system notes. */
public record Approval(User user, Instant at) {
  public Approval {
    Objects.requireNonNull(user);
    Objects.requireNonNull(at);
  }
}
