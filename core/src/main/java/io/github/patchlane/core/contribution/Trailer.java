package io.github.patchlane.core.contribution;

import java.util.Objects;

/**
 * A key and value line that closes a commit message, or is given for one in a reply.
 *
 * @param token as written: {@code Reviewed-by}
 * @param value what follows the colon, trimmed: {@code A <a@example.org>}
 */
public record Trailer(String token, String value) {
  public Trailer {
    Objects.requireNonNull(value);
    if (token.isEmpty()) {
      throw new IllegalArgumentException("a trailer without a token: " + value);
    }
  }

  /** The whole line. */
  public String line() {
    return token + ": " + value;
  }
}
