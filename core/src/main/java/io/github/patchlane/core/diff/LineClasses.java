package io.github.patchlane.core.diff;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives every distinct line one number, so that lines are compared as numbers from then on. */
final class LineClasses {
  private static final class Line {
    private final byte[] text;
    private final int start;
    private final int end;
    private final int hash;

    Line(byte[] text, int start, int end) {
      this.text = text;
      this.start = start;
      this.end = end;
      int sum = 1;
      for (int i = start; i < end; i++) {
        sum = 31 * sum + text[i];
      }
      hash = sum;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Line that
          && hash == that.hash
          && Arrays.equals(text, start, end, that.text, that.start, that.end);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private final Map<Line, Integer> numbers = new HashMap<>();

  /** Line ends are part of a line: a last line without one differs from the same with one. */
  NumberedLines add(byte[] text) {
    int[] starts = starts(text);
    int[] lines = new int[starts.length - 1];
    for (int i = 0; i < lines.length; i++) {
      lines[i] =
          numbers.computeIfAbsent(new Line(text, starts[i], starts[i + 1]), l -> numbers.size());
    }
    return new NumberedLines(text, starts, lines);
  }

  int count() {
    return numbers.size();
  }

  private static int[] starts(byte[] text) {
    int count = 0;
    for (byte b : text) {
      count += b == '\n' ? 1 : 0;
    }
    boolean open = text.length > 0 && text[text.length - 1] != '\n';
    int[] starts = new int[count + (open ? 2 : 1)];
    int line = 1;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n') {
        starts[line++] = i + 1;
      }
    }
    if (open) {
      starts[line] = text.length;
    }
    return starts;
  }
}
