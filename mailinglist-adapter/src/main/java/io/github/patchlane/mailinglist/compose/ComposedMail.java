package io.github.patchlane.mailinglist.compose;

import java.util.Objects;

/**
 * A mail and its place in a plan.
 *
 * @param key what it carries; the same whenever the same thing is composed again
 * @param summary one line for a person
 */
public record ComposedMail(String key, String summary, OutgoingMail mail) {
  public ComposedMail {
    Objects.requireNonNull(key);
    Objects.requireNonNull(summary);
    Objects.requireNonNull(mail);
  }
}
