package io.github.patchlane.mailinglist.series;

import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * The {@code From:}, {@code Date:} and {@code Subject:} lines that may stand before a patch's
 * message and speak for its author.
 *
 * @param from the value as written
 * @param date the value as written
 * @param subject the value, unfolded
 * @param end where the message begins
 */
record InBodyHeaders(
    Optional<String> from, Optional<String> date, Optional<String> subject, int end) {
  InBodyHeaders {
    Objects.requireNonNull(from);
    Objects.requireNonNull(date);
    Objects.requireNonNull(subject);
  }

  /**
   * Reads them from the start of the text; blank lines before them do not matter. A {@code From:}
   * without an address is the message's own word.
   */
  static InBodyHeaders read(String text, int start) {
    Optional<String> from = Optional.empty();
    Optional<String> date = Optional.empty();
    Optional<String> subject = Optional.empty();
    int at = start;
    int end = start;
    boolean any = false;
    while (at < text.length()) {
      int eol = text.indexOf('\n', at);
      int next = eol < 0 ? text.length() : eol + 1;
      String line = text.substring(at, eol < 0 ? text.length() : eol).stripTrailing();
      if (line.isEmpty()) {
        if (any) {
          return new InBodyHeaders(from, date, subject, next);
        }
      } else if (isMboxLine(line)) {
        // an attached file of format-patch begins so
        any = true;
      } else if (any && subject.isPresent() && line.charAt(0) == ' ') {
        subject = Optional.of(subject.get() + line);
      } else if (isHeader(line, "from:") && line.indexOf('@') > 0) {
        from = Optional.of(value(line));
        any = true;
      } else if (isHeader(line, "date:")) {
        date = Optional.of(value(line));
        any = true;
      } else if (isHeader(line, "subject:")) {
        subject = Optional.of(value(line));
        any = true;
      } else if (!(any && isOtherHeader(line))) {
        return new InBodyHeaders(from, date, subject, any ? at : end);
      }
      at = next;
      if (any) {
        end = at;
      }
    }
    return new InBodyHeaders(from, date, subject, end);
  }

  private static boolean isMboxLine(String line) {
    return line.length() > 45 && line.startsWith("From ") && line.endsWith(" 2001");
  }

  private static boolean isHeader(String line, String name) {
    return line.length() > name.length()
        && line.substring(0, name.length()).toLowerCase(Locale.ROOT).equals(name);
  }

  private static String value(String line) {
    return line.substring(line.indexOf(':') + 1).strip();
  }

  /** {@code Content-Type:}, {@code MIME-Version:} and the like, in attached files. */
  private static boolean isOtherHeader(String line) {
    int colon = line.indexOf(':');
    if (colon < 1 || colon > 40 || line.charAt(0) == ' ') {
      return line.charAt(0) == ' ' || line.charAt(0) == '\t';
    }
    String name = line.substring(0, colon).toLowerCase(Locale.ROOT);
    return name.startsWith("content-")
        || name.equals("mime-version")
        || name.equals("cc")
        || name.equals("to")
        || name.equals("message-id")
        || name.equals("in-reply-to")
        || name.equals("references");
  }
}
