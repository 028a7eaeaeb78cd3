package io.github.patchlane.core.diff;

import java.util.Arrays;
import java.util.function.IntUnaryOperator;

/**
 * Marks the lines that differ: Myers' algorithm in linear space, on what is left after git's rules
 * for setting lines aside, whose outcome it has to share.
 */
final class MyersDiff {
  /** More occurrences on the other side than this never count as frequent. */
  private static final int FREQUENT_AT_MOST = 1024;

  /** How far a frequent line's surroundings are looked at. */
  private static final int NEIGHBOURHOOD = 100;

  private static final int UNMATCHED = 0;
  private static final int MATCHED = 1;
  private static final int FREQUENT = 2;

  private final NumberedLines a;
  private final NumberedLines b;
  private final int classes;

  MyersDiff(NumberedLines a, NumberedLines b, int classes) {
    this.a = a;
    this.b = b;
    this.classes = classes;
  }

  void run() {
    int shorter = Math.min(a.size(), b.size());
    int start = 0;
    while (start < shorter && a.line(start) == b.line(start)) {
      start++;
    }
    int tail = 0;
    while (tail < shorter - start && a.line(a.size() - 1 - tail) == b.line(b.size() - 1 - tail)) {
      tail++;
    }
    int[] inA = a.occurrences(classes);
    int[] inB = b.occurrences(classes);
    int[] keptA = kept(a, start, a.size() - tail, line -> inB[line]);
    int[] keptB = kept(b, start, b.size() - tail, line -> inA[line]);
    int[] linesA = lines(a, keptA);
    int[] linesB = lines(b, keptB);
    compare(
        new MiddleSnake(linesA, linesB),
        new Box(0, keptA.length, 0, keptB.length),
        false,
        keptA,
        keptB);
  }

  /** A part of both sides, ends excluded. */
  record Box(int fromA, int toA, int fromB, int toB) {}

  private void compare(MiddleSnake snake, Box box, boolean minimal, int[] keptA, int[] keptB) {
    Box rest = snake.trimmed(box);
    if (rest.fromA() == rest.toA()) {
      for (int j = rest.fromB(); j < rest.toB(); j++) {
        b.mark(keptB[j], true);
      }
    } else if (rest.fromB() == rest.toB()) {
      for (int i = rest.fromA(); i < rest.toA(); i++) {
        a.mark(keptA[i], true);
      }
    } else {
      MiddleSnake.Split at = snake.split(rest, minimal);
      compare(
          snake,
          new Box(rest.fromA(), at.a(), rest.fromB(), at.b()),
          at.minimalLow(),
          keptA,
          keptB);
      compare(
          snake, new Box(at.a(), rest.toA(), at.b(), rest.toB()), at.minimalHigh(), keptA, keptB);
    }
  }

  /** The lines worth comparing; all others are marked as changed. */
  private static int[] kept(NumberedLines side, int from, int to, IntUnaryOperator onOtherSide) {
    int frequent = Math.min(roughRoot(side.size()), FREQUENT_AT_MOST);
    byte[] kinds = new byte[side.size()];
    for (int i = from; i < to; i++) {
      int matches = onOtherSide.applyAsInt(side.line(i));
      kinds[i] = (byte) (matches == 0 ? UNMATCHED : matches >= frequent ? FREQUENT : MATCHED);
    }
    int[] kept = new int[to - from];
    int count = 0;
    for (int i = from; i < to; i++) {
      if (kinds[i] == MATCHED
          || (kinds[i] == FREQUENT && !amongUnmatched(kinds, i, from, to - 1))) {
        kept[count++] = i;
      } else {
        side.mark(i, true);
      }
    }
    return Arrays.copyOf(kept, count);
  }

  /** Whether mostly unmatched lines surround this one, on both sides of it. */
  private static boolean amongUnmatched(byte[] kinds, int at, int first, int last) {
    int from = Math.max(first, at - NEIGHBOURHOOD);
    int to = Math.min(last, at + NEIGHBOURHOOD);
    int unmatchedBefore = 0;
    int frequent = 2;
    for (int i = at - 1; i >= from && kinds[i] != MATCHED; i--) {
      unmatchedBefore += kinds[i] == UNMATCHED ? 1 : 0;
      frequent += kinds[i] == FREQUENT ? 1 : 0;
    }
    int unmatchedAfter = 0;
    for (int i = at + 1; i <= to && kinds[i] != MATCHED; i++) {
      unmatchedAfter += kinds[i] == UNMATCHED ? 1 : 0;
      frequent += kinds[i] == FREQUENT ? 1 : 0;
    }
    return unmatchedBefore > 0
        && unmatchedAfter > 0
        && frequent * 4 < frequent + unmatchedBefore + unmatchedAfter;
  }

  /** A power of two near the square root, never below it. */
  static int roughRoot(int n) {
    int root = 1;
    for (int rest = n; rest > 0; rest >>= 2) {
      root <<= 1;
    }
    return root;
  }

  private static int[] lines(NumberedLines side, int[] kept) {
    return Arrays.stream(kept).map(side::line).toArray();
  }
}
