package io.github.patchlane.mailinglist.message;

import java.util.List;
import java.util.Locale;

/**
 * Whether a mail's header says that a machine answered, not a person. What every list adds to every
 * mail ({@code Precedence: list} or {@code bulk}, {@code X-Loop}, {@code List-Id}) says nothing.
 */
final class Automatic {
  private static final List<String> AUTO_REPLY_FIELDS =
      List.of("x-autoreply", "x-autorespond", "x-autoreply-from", "auto-reply");

  /** How absence notes begin in the languages of those who set a mail program's suppress field. */
  private static final List<String> ABSENCE =
      List.of(
          "automatic reply",
          "auto reply",
          "auto-reply",
          "autoreply",
          "auto:",
          "auto response",
          "out of office",
          "out of the office",
          "vacation",
          "on vacation",
          "away from",
          "automatische antwort",
          "abwesen",
          "réponse automatique",
          "respuesta automática",
          "risposta automatica",
          "自动答复",
          "自動応答");

  private Automatic() {}

  static boolean is(HeaderBlock header, String subject) {
    String submitted = first(header, "auto-submitted");
    return !(submitted.isEmpty() || submitted.equals("no"))
        || isAutoReply(header)
        || first(header, "precedence").equals("auto_reply")
        || header.has("x-failed-recipients")
        || header.folded("return-path").equals("<>")
        || first(header, "content-type").equals("multipart/report")
        || (header.has("x-auto-response-suppress") && isAbsence(subject));
  }

  private static boolean isAutoReply(HeaderBlock header) {
    for (String field : AUTO_REPLY_FIELDS) {
      if (header.has(field) && !first(header, field).equals("no")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isAbsence(String subject) {
    String lower = subject.toLowerCase(Locale.ROOT);
    return ABSENCE.stream().anyMatch(lower::startsWith);
  }

  /** The field up to its first parameter or comment, in lower case. */
  private static String first(HeaderBlock header, String field) {
    String value = header.folded(field);
    int end = 0;
    while (end < value.length() && ";( \n".indexOf(value.charAt(end)) < 0) {
      end++;
    }
    return value.substring(0, end).toLowerCase(Locale.ROOT);
  }
}
