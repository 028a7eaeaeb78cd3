package io.github.patchlane.core.contribution;

import java.util.Locale;
import java.util.Objects;

/**
 * Someone as a mail or a commit names them. The same human may appear under several; {@link
 * io.github.patchlane.core.identity.Mailmap} brings them together.
 *
 * @param name as written, empty where there was none
 * @param email as written, empty where there was none
 */
public record Person(String name, String email) {
  public Person {
    Objects.requireNonNull(name);
    Objects.requireNonNull(email);
  }

  /** What two mentions of one person share: the address without its case, else the name. */
  public String key() {
    return (email.isEmpty() ? name : email).toLowerCase(Locale.ROOT);
  }

  @Override
  public String toString() {
    if (email.isEmpty()) {
      return name;
    }
    return name.isEmpty() ? email : name + " <" + email + ">";
  }
}
