package io.github.patchlane.mailinglist.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** A glance at the header of a raw mail: enough to name it in a problem or to match a deletion. */
final class Headers {
  private static final int LONGEST_VALUE = 2000;

  private Headers() {}

  /** The message-id without brackets, or empty. */
  static String messageId(byte[] mail) {
    String value = value(mail, "message-id");
    int open = value.indexOf('<');
    int close = value.indexOf('>', open + 1);
    return open >= 0 && close > open ? value.substring(open + 1, close).strip() : value;
  }

  /** The subject as it stands in the header, not decoded; or empty. */
  static String subject(byte[] mail) {
    return value(mail, "subject");
  }

  /**
   * The unfolded value of the first header field of that name.
   *
   * @param name in lower case
   */
  static String value(byte[] mail, String name) {
    int line = 0;
    while (line < mail.length && mail[line] != '\n' && mail[line] != '\r') {
      int end = lineEnd(mail, line);
      if (isField(mail, line, end, name)) {
        StringBuilder value = new StringBuilder(text(mail, line + name.length() + 1, end));
        for (line = end + 1; isContinuation(mail, line); line = end + 1) {
          end = lineEnd(mail, line);
          if (value.length() < LONGEST_VALUE) {
            value.append(' ').append(text(mail, line, end));
          }
        }
        return value.toString().strip();
      }
      line = end + 1;
    }
    return "";
  }

  /** Whether the line could stand in a header: a name of printable characters, then a colon. */
  static boolean isHeaderLine(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == ':') {
        return i > from;
      }
      if (bytes[i] <= ' ' || bytes[i] == 0x7f) {
        return false;
      }
    }
    return false;
  }

  static boolean isField(byte[] bytes, int from, int to, String name) {
    int colon = from + name.length();
    if (colon >= to || bytes[colon] != ':') {
      return false;
    }
    for (int i = 0; i < name.length(); i++) {
      if (Character.toLowerCase(bytes[from + i]) != name.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isContinuation(byte[] mail, int at) {
    return at < mail.length && (mail[at] == ' ' || mail[at] == '\t');
  }

  private static int lineEnd(byte[] mail, int from) {
    int i = from;
    while (i < mail.length && mail[i] != '\n') {
      i++;
    }
    return i;
  }

  private static String text(byte[] mail, int from, int to) {
    return new String(mail, from, Math.min(to - from, LONGEST_VALUE), ISO_8859_1).strip();
  }
}
