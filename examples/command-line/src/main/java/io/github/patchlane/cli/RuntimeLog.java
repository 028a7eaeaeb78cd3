package io.github.patchlane.cli;

import java.util.Arrays;
import java.util.Objects;
import java.util.logging.Filter;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The log of Java's own HTTP client. Set to its finest it repeats whole requests, with the header
 * in which a token goes out.
 */
final class RuntimeLog {
  /** Held on to: a logger that nobody holds forgets its filter. */
  private static final Logger REQUESTS =
      Logger.getLogger("sun.net.www.protocol.http.HttpURLConnection");

  private RuntimeLog() {}

  /** Keeps out of it what names a secret, whatever else is to be logged. */
  static void withoutSecrets() {
    Filter before = REQUESTS.getFilter();
    if (!(before instanceof Secretive)) {
      REQUESTS.setFilter(
          (Secretive) said -> !isSecret(said) && (before == null || before.isLoggable(said)));
    }
  }

  /** Ours, so that it is set once. */
  @FunctionalInterface
  private interface Secretive extends Filter {}

  private static boolean isSecret(LogRecord said) {
    Object[] parameters = Objects.requireNonNullElse(said.getParameters(), new Object[0]);
    return Stream.concat(Stream.of(String.valueOf(said.getMessage())), Arrays.stream(parameters))
        .map(String::valueOf)
        .anyMatch(text -> text.contains("Authorization") || text.contains("PRIVATE-TOKEN"));
  }
}
