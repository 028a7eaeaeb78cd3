package io.github.patchlane.cli;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/** Points in time as people type them: a day, or an instant. Days are UTC. */
final class Instants {
  private Instants() {}

  /** The day's first moment, or the instant. */
  static Instant from(String option, String text) {
    return read(option, text, 0);
  }

  /** The day's end, or the instant: {@code --until 2024-12-31} takes that day in. */
  static Instant until(String option, String text) {
    return read(option, text, 1);
  }

  private static Instant read(String option, String text, int days) {
    try {
      if (text.indexOf('T') < 0) {
        return LocalDate.parse(text).plusDays(days).atStartOfDay().toInstant(ZoneOffset.UTC);
      }
      return OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException e) {
      throw new UsageException(
          option + ": \"" + text + "\" is no date; write 2024-12-31 or 2024-12-31T18:00:00Z", e);
    }
  }
}
