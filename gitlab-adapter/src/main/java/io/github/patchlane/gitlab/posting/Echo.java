package io.github.patchlane.gitlab.posting;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.OffsetDateTime;

/** Whether the server stored what was sent. */
final class Echo {
  private Echo() {}

  /** GitLab takes out CR and blanks at the end; anything else was a command. */
  static boolean same(String sent, JsonNode stored) {
    return stored.isTextual() && plain(sent).equals(plain(stored.asText()));
  }

  private static String plain(String text) {
    return text.replace("\r", "").stripTrailing();
  }

  /** Whether the date that was sent is the note's; only owners may set it, others are not told. */
  static boolean sameTime(String sent, JsonNode stored) {
    try {
      Duration off =
          Duration.between(OffsetDateTime.parse(sent), OffsetDateTime.parse(stored.asText()));
      return off.abs().compareTo(Duration.ofSeconds(1)) < 0;
    } catch (DateTimeException e) {
      return false;
    }
  }
}
