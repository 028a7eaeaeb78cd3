package io.github.patchlane.mailinglist.archive;

/**
 * Tells whether a mail of an mbox starts at a line: a {@link FromLine} that is followed by a header
 * line, by nothing at all or by a blank line. Prose that quotes a separator is followed by prose.
 */
final class MailStart {
  private static final int LONGEST_LINE = 1000;
  private static final int LINES_LOOKED_AT = 3;

  private MailStart() {}

  /** Whether the line that begins at the index, known to be a line's beginning, opens a mail. */
  static boolean at(Window window, int line) {
    if (!window.has(line + 6)
        || !FromLine.begins(window.array(), window.base() + line, window.base() + line + 6)) {
      return false;
    }
    int end = lineEnd(window, line);
    return end >= 0
        && FromLine.is(window.array(), window.base() + line, window.base() + end)
        && headerFollows(window, end + 1);
  }

  /** Whether the line at the index could open a mail that lacks its separator. */
  static boolean headerAt(Window window, int line) {
    window.has(line + LONGEST_LINE);
    int stop = Math.min(window.size(), line + LONGEST_LINE);
    int end = window.lineFeed(line, stop);
    return Headers.isHeaderLine(
        window.array(), window.base() + line, window.base() + (end < 0 ? stop : end));
  }

  private static boolean headerFollows(Window window, int from) {
    int line = from;
    for (int i = 0; i < LINES_LOOKED_AT; i++) {
      if (!window.has(line + 1)) {
        return i == 0;
      }
      if (isBlank(window, line)) {
        return i == 0;
      }
      if (headerAt(window, line)) {
        return true;
      }
      int end = lineEnd(window, line);
      if (end < 0) {
        return false;
      }
      line = end + 1;
    }
    return false;
  }

  static boolean isBlank(Window window, int line) {
    if (!window.has(line + 1)) {
      return false;
    }
    byte first = window.array()[window.base() + line];
    return first == '\n'
        || (first == '\r'
            && window.has(line + 2)
            && window.array()[window.base() + line + 1] == '\n');
  }

  /** Where the line ends, at its line feed or the stream's end; -1 if it is too long to matter. */
  private static int lineEnd(Window window, int line) {
    int end = window.lineFeed(line, line + LONGEST_LINE);
    if (end >= 0) {
      return end;
    }
    return window.has(line + LONGEST_LINE) ? -1 : window.size();
  }
}
