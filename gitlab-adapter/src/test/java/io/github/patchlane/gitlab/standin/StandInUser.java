package io.github.patchlane.gitlab.standin;

import java.util.Optional;

/**
 * An account of the stand-in.
 *
 * @param email the address commits carry; not shown by the API
 * @param publicEmail what the account shows to others, where it shows anything
 * @param token good for the API (either header) and, as the password, for pushes
 * @param admin may set {@code created_at} everywhere
 * @param bot said so by the full user entity, as for project tokens
 */
public record StandInUser(
    long id,
    String username,
    String name,
    String email,
    Optional<String> publicEmail,
    String token,
    boolean admin,
    boolean bot) {

  StandInUser withAdmin() {
    return new StandInUser(id, username, name, email, publicEmail, token, true, bot);
  }

  /** The token stays out of every text made of this. */
  @Override
  public String toString() {
    return "@" + username;
  }
}
