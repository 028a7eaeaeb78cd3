package io.github.patchlane.gitlab.identity;

import java.util.Objects;
import java.util.Optional;

/**
 * An account, as far as a record names it.
 *
 * @param id the server's own number for it; 0 where the record has none
 * @param username without the at-sign, empty where unknown, as in exports for all but members
 * @param name empty where unknown
 * @param publicEmail the address its owner shows to everybody
 * @param bot whether the server itself calls it a machine's
 */
public record User(
    long id, String username, String name, Optional<String> publicEmail, boolean bot) {
  /** Where the server names nobody: the account is gone. It deletes accounts into this one. */
  public static final User GHOST = new User(0, "ghost", "Ghost User", Optional.empty(), false);

  public User {
    Objects.requireNonNull(username);
    Objects.requireNonNull(name);
    publicEmail = publicEmail.filter(email -> !email.isBlank());
  }

  /** An account of which nothing but its number is known yet. */
  public static User numbered(long id) {
    return new User(id, "", "", Optional.empty(), false);
  }

  /** Whether both are one account. */
  public boolean isSameAs(User other) {
    boolean numbered = id != 0 && other.id != 0;
    return numbered ? id == other.id : username.equals(other.username);
  }

  /**
   * Whether it only stands for somebody who wrote elsewhere, before the project was imported: the
   * server makes one such account for each of them, and one for all where they are too many.
   */
  public boolean isPlaceholder() {
    return username.contains("_placeholder_user_")
        || username.contains("_import_user_")
        || username.equals("import_user");
  }
}
