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

  /**
   * What two mentions of one person share: the address without its case and its {@code +tag}, else
   * the name.
   */
  public String key() {
    return (email.isEmpty() ? name.strip() : untagged().email()).toLowerCase(Locale.ROOT);
  }

  /**
   * Whether the two are one person as far as one conversation goes: the same key, or the same full
   * name. Namesakes exist, but hardly in one thread, and people do answer from another address.
   */
  public boolean isSameAs(Person other) {
    return key().equals(other.key())
        || (hasFullName() && name.strip().equalsIgnoreCase(other.name.strip()));
  }

  private boolean hasFullName() {
    return name.strip().indexOf(' ') > 0;
  }

  /** The same person at the address that the tagged one leads to: {@code user+tag@host}. */
  public Person untagged() {
    int at = email.lastIndexOf('@');
    int plus = email.indexOf('+');
    return plus > 0 && plus < at
        ? new Person(name, email.substring(0, plus) + email.substring(at))
        : this;
  }

  @Override
  public String toString() {
    if (email.isEmpty()) {
      return name;
    }
    return name.isEmpty() ? email : name + " <" + email + ">";
  }
}
