package io.github.patchlane.mailinglist.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

/** The length an mboxcl2 gives with each mail, where it proves right. */
final class ContentLength {
  private static final String NAME = "content-length";
  private static final int LONGEST_NUMBER = 18;

  private ContentLength() {}

  /**
   * Where the mail at the window's start ends by its own word; -1 where it does not say, or where
   * no mail starts there, or where the mail would be longer than the limit.
   */
  static int end(Window window, int longestHeader, int maxBytes) {
    long length = -1;
    int line = 0;
    while (!MailStart.isBlank(window, line)) {
      int feed = window.lineFeed(line, longestHeader);
      if (feed < 0) {
        return -1;
      }
      int base = window.base();
      if (Headers.isField(window.array(), base + line, base + feed, NAME)) {
        int value = base + line + NAME.length() + 1;
        length = number(window.array(), value, base + feed);
      }
      line = feed + 1;
    }
    if (length < 0) {
      return -1;
    }
    long end = window.lineFeed(line, line + 2) + 1 + length;
    return end <= maxBytes && window.has((int) end) && endsAt(window, (int) end) ? (int) end : -1;
  }

  private static boolean endsAt(Window window, int end) {
    int at = end;
    boolean lineStart = window.array()[window.base() + end - 1] == '\n';
    for (int blanks = 0; blanks < 2 && MailStart.isBlank(window, at); blanks++) {
      at += window.array()[window.base() + at] == '\n' ? 1 : 2;
      lineStart = true;
    }
    if (!window.has(at + 1)) {
      return window.failure().isEmpty();
    }
    return lineStart && MailStart.at(window, at);
  }

  private static long number(byte[] bytes, int from, int to) {
    if (to - from > LONGEST_NUMBER + 2) {
      return -1;
    }
    String text = new String(bytes, from, to - from, ISO_8859_1).strip();
    boolean digits = !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
    return digits && text.length() <= LONGEST_NUMBER ? Long.parseLong(text) : -1;
  }
}
