package io.github.patchlane.core.diff;

/**
 * The line {@code @@ -oldStart,oldCount +newStart,newCount @@ section}.
 *
 * @param section what stands behind the second {@code @@}, usually the enclosing function; may be
 *     empty
 */
record HunkHeader(int oldStart, int oldCount, int newStart, int newCount, String section) {
  private static final byte[] PREFIX = Bytes.ascii("@@ -");
  private static final byte[] MIDDLE = Bytes.ascii(" +");
  private static final byte[] SUFFIX = Bytes.ascii(" @@");

  /** No file is that long; a start plus a count stays an int. */
  private static final int MAX = 1_000_000_000;

  static boolean isAt(Bytes text, int position) {
    return text.startsWith(position, PREFIX) && new Parser(text, position).ranges();
  }

  /** Only where {@link #isAt}. */
  static HunkHeader read(Bytes text, int start, int end) {
    Parser parser = new Parser(text, start);
    parser.ranges();
    int section = Math.min(parser.at, end);
    if (text.at(section) == ' ' && section < end) {
      section++;
    }
    return new HunkHeader(
        parser.oldStart,
        parser.oldCount,
        parser.newStart,
        parser.newCount,
        text.string(section, end));
  }

  private static final class Parser {
    private final Bytes text;
    private int at;
    private int oldStart;
    private int oldCount;
    private int newStart;
    private int newCount;
    private int count;

    Parser(Bytes text, int position) {
      this.text = text;
      this.at = position + PREFIX.length;
    }

    boolean ranges() {
      oldStart = range();
      oldCount = count;
      if (oldStart < 0 || !skip(MIDDLE)) {
        return false;
      }
      newStart = range();
      newCount = count;
      return newStart >= 0 && skip(SUFFIX);
    }

    private boolean skip(byte[] wanted) {
      boolean found = text.startsWith(at, wanted);
      at += found ? wanted.length : 0;
      return found;
    }

    /** The start, leaving the count in its field; -1 where no number stands. */
    private int range() {
      int start = number();
      count = 1;
      if (start >= 0 && text.at(at) == ',') {
        at++;
        count = number();
      }
      return count < 0 ? -1 : start;
    }

    private int number() {
      int from = at;
      int value = 0;
      while (text.at(at) >= '0' && text.at(at) <= '9') {
        value = (int) Math.min(MAX, value * 10L + text.at(at) - '0');
        at++;
      }
      return at == from ? -1 : value;
    }
  }
}
