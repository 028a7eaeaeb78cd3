package io.github.patchlane.core.diff;

/** One side of a comparison: its lines as numbers, and which of them the other side lacks. */
final class NumberedLines {
  private static final int MAX_INDENT = 200;
  private static final int TAB = 8;

  /** What {@link #indent} says of a line that is blank or not there. */
  static final int BLANK = -1;

  private final byte[] text;
  private final int[] starts;
  private final int[] lines;
  private final boolean[] changed;

  NumberedLines(byte[] text, int[] starts, int[] lines) {
    this.text = text;
    this.starts = starts;
    this.lines = lines;
    this.changed = new boolean[lines.length];
  }

  int size() {
    return lines.length;
  }

  int line(int i) {
    return lines[i];
  }

  boolean same(int i, int j) {
    return lines[i] == lines[j];
  }

  /** False outside the file. */
  boolean changed(int i) {
    return i >= 0 && i < changed.length && changed[i];
  }

  void mark(int i, boolean isChanged) {
    changed[i] = isChanged;
  }

  int[] occurrences(int classes) {
    int[] count = new int[classes];
    for (int line : lines) {
      count[line]++;
    }
    return count;
  }

  /** The column where a line's text starts. */
  int indent(int i) {
    int column = 0;
    for (int p = starts[i]; p < starts[i + 1]; p++) {
      switch (text[p]) {
        case ' ' -> column++;
        case '\t' -> column += TAB - column % TAB;
        case '\n', '\r' -> {}
        default -> {
          return column;
        }
      }
      if (column >= MAX_INDENT) {
        return MAX_INDENT;
      }
    }
    return BLANK;
  }
}
