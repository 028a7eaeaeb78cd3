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

  /** Whom its value names: {@code A <a@example.org>}, or a bare name. */
  public Person person() {
    int open = value.indexOf('<');
    int close = value.indexOf('>', open + 1);
    return open < 0 || close < 0
        ? new Person(value, "")
        : new Person(value.substring(0, open).strip(), value.substring(open + 1, close).strip());
  }

  /** The whole line. */
  public String line() {
    return token + ": " + value;
  }
}
