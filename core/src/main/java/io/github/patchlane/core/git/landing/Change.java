package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.diff.DiffHunk;
import io.github.patchlane.core.diff.FileDiff;
import io.github.patchlane.core.diff.LineKind;
import io.github.patchlane.core.diff.LineSum;
import io.github.patchlane.core.diff.UnifiedDiff;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A change as hashes, to be compared with others: the lines that its files have more or less of
 * afterwards, and the words in them, which are still common where a typo makes the lines differ.
 * Lines that only move within a file are no part of it, so that it can be had from two versions of
 * a file as well as from a diff. Immutable; some twenty bytes a line.
 */
public final class Change {
  /** Tells a line less from a line more. */
  private static final long LESS = 0x5bd1e9955bd1e995L;

  /** From so many letters and digits on a line tells as much as one can. */
  private static final float TELLING = 20;

  private static final List<byte[]> BOILERPLATE =
      Stream.of(
              "#include",
              "import ",
              "// SPDX-",
              "/* SPDX-",
              "# SPDX-",
              "* Copyright",
              "# Copyright")
          .map(start -> start.getBytes(StandardCharsets.US_ASCII))
          .toList();

  private final long[] lines;
  private final int[] net;
  private final float[] weights;
  private final Words words;
  private final int size;

  private Change(long[] lines, int[] net, float[] weights, Words words) {
    this.lines = lines;
    this.net = net;
    this.weights = weights;
    this.words = words;
    this.size = Arrays.stream(net).map(Math::abs).sum();
  }

  /** What a diff does; of anything that is none, nothing. */
  public static Change of(byte[] diff) {
    UnifiedDiff parsed = UnifiedDiff.parse(diff);
    Builder change = builder();
    for (FileDiff file : parsed.files()) {
      for (DiffHunk hunk : file.hunks()) {
        for (int i = 0; i < hunk.size(); i++) {
          LineKind kind = hunk.kind(i);
          if (kind == LineKind.ADDED || kind == LineKind.REMOVED) {
            byte[] line = hunk.content(i);
            change.line(line, 0, line.length, kind == LineKind.ADDED ? 1 : -1);
          }
        }
      }
      change.endOfFile();
    }
    return change.build();
  }

  public static Builder builder() {
    return new Builder();
  }

  Words words() {
    return words;
  }

  /** How many lines there are more or less. */
  int size() {
    return size;
  }

  /** One key for each line and for whether it is more or less; distinct, ascending. */
  long[] keys() {
    long[] keys = new long[lines.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = key(i);
    }
    return Arrays.stream(keys).sorted().distinct().toArray();
  }

  private long key(int line) {
    return net[line] < 0 ? lines[line] ^ LESS : lines[line];
  }

  /** The lines, weighed by what they tell and how rare they are. */
  Bag bag(Rarity rarity) {
    long[] keys = keys();
    float[] weighed = new float[keys.length];
    for (int i = 0; i < lines.length; i++) {
      long key = key(i);
      weighed[Arrays.binarySearch(keys, key)] += weights[i] * Math.abs(net[i]) * rarity.of(key);
    }
    return new Bag(keys, weighed);
  }

  /** Adds the lines to a sum of several changes. */
  void addTo(ChangeSum sum) {
    for (int i = 0; i < lines.length; i++) {
      sum.add(lines[i], net[i], weights[i]);
    }
  }

  /** Takes files in any order. Not thread-safe. */
  public static final class Builder {
    /** Beyond so many bytes of lines more words tell no more. */
    private static final int ENOUGH = 1 << 17;

    private final Words.Builder words = new Words.Builder();
    private final Map<Long, Line> file = new HashMap<>();
    private long[] lines = new long[32];
    private int[] net = new int[32];
    private float[] weights = new float[32];
    private int size;
    private int read;

    private Builder() {}

    private static final class Line {
      final byte[] text;
      final int from;
      final int to;
      int net;

      Line(byte[] text, int from, int to) {
        this.text = text;
        this.from = from;
        this.to = to;
      }
    }

    /** Two versions of one file; empty where there is none. Binary ones are left out. */
    public Builder file(byte[] before, byte[] after) {
      int limit = Math.min(before.length, after.length);
      int start = 0;
      int line = 0;
      while (start < limit && before[start] == after[start]) {
        if (before[start++] == '\n') {
          line = start;
        }
      }
      int beforeEnd = before.length;
      int afterEnd = after.length;
      while (beforeEnd > line && afterEnd > line && before[beforeEnd - 1] == after[afterEnd - 1]) {
        beforeEnd--;
        afterEnd--;
      }
      lines(before, line, endOfLine(before, beforeEnd), -1);
      lines(after, line, endOfLine(after, afterEnd), 1);
      endOfFile();
      return this;
    }

    private static int endOfLine(byte[] text, int from) {
      int end = from;
      while (end < text.length && (end == 0 || text[end - 1] != '\n')) {
        end++;
      }
      return end;
    }

    private void lines(byte[] text, int from, int to, int sign) {
      int start = from;
      for (int i = from; i < to; i++) {
        if (text[i] == '\n') {
          line(text, start, i, sign);
          start = i + 1;
        }
      }
      if (start < to) {
        line(text, start, to, sign);
      }
    }

    private void line(byte[] text, int from, int to, int sign) {
      file.computeIfAbsent(LineSum.ofLine(text, from, to), k -> new Line(text, from, to)).net +=
          sign;
    }

    private void endOfFile() {
      file.forEach(
          (digest, line) -> {
            if (line.net != 0) {
              put(digest, line);
            }
          });
      file.clear();
    }

    private void put(long digest, Line line) {
      if (size == lines.length) {
        lines = Arrays.copyOf(lines, 2 * size);
        net = Arrays.copyOf(net, 2 * size);
        weights = Arrays.copyOf(weights, 2 * size);
      }
      if (read < ENOUGH) {
        read += line.to - line.from;
        words.add(line.text, line.from, line.to);
      }
      lines[size] = digest;
      net[size] = line.net;
      weights[size++] = weight(line);
    }

    /** From nearly 0 for a brace to 1 for a long statement. */
    private static float weight(Line line) {
      int start = line.from;
      while (start < line.to && Character.isWhitespace((char) (line.text[start] & 0xff))) {
        start++;
      }
      int telling = 0;
      for (int i = start; i < line.to && telling < TELLING; i++) {
        telling += Character.isLetterOrDigit((char) (line.text[i] & 0xff)) ? 1 : 0;
      }
      for (byte[] boilerplate : BOILERPLATE) {
        int end = start + boilerplate.length;
        if (end <= line.to
            && Arrays.equals(line.text, start, end, boilerplate, 0, boilerplate.length)) {
          return 0.1f;
        }
      }
      return Math.max(0.02f, telling / TELLING);
    }

    public Change build() {
      return new Change(
          Arrays.copyOf(lines, size),
          Arrays.copyOf(net, size),
          Arrays.copyOf(weights, size),
          words.build());
    }
  }
}
