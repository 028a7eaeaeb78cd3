package io.github.patchlane.gitlab;

/**
 * What GitLab lets its bearer in by. It prints as nothing, has no equals and goes into no record:
 * the only way to the secret is to ask for it by name, and only what makes requests does.
 */
public final class AccessToken {
  private final String secret;

  /**
   * Takes a personal, project or group access token.
   *
   * @throws IllegalArgumentException where it cannot be one, without repeating it
   */
  public AccessToken(String secret) {
    String stripped = secret.strip();
    if (stripped.isEmpty() || stripped.chars().anyMatch(c -> c <= ' ' || c > '~')) {
      throw new IllegalArgumentException(
          "an access token is one word of plain letters, digits and signs");
    }
    this.secret = stripped;
  }

  /** The secret itself, for the header of a request and nothing else. */
  public String secret() {
    return secret;
  }

  @Override
  public String toString() {
    return "AccessToken[…]";
  }
}
