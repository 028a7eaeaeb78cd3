package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.gitlab.identity.User;
import java.time.Instant;
import java.util.Objects;

/**
 * Somebody who was asked for a review.
 *
 * @param state where it stands, in the server's word: {@code unreviewed}, {@code reviewed}, {@code
 *     requested_changes}, {@code approved}, {@code review_started}, {@code unapproved}
 * @param askedAt when they were asked, not when they came to that state
 */
public record Reviewer(User user, String state, Instant askedAt) {
  public Reviewer {
    Objects.requireNonNull(user);
    Objects.requireNonNull(state);
    Objects.requireNonNull(askedAt);
  }

  public boolean requestedChanges() {
    return state.equals("requested_changes");
  }
}
