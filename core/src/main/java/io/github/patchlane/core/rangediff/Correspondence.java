package io.github.patchlane.core.rangediff;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which patch of the old revision is which of the new one: first those with one and the same diff,
 * then, of all ways to pair the rest, the one that leaves the least to tell.
 */
final class Correspondence {
  /** Worse than any difference, and safe to add up. */
  private static final int NEVER = 1 << 16;

  /** More pairs than these are not compared, lest two long revisions take minutes. */
  private static final int MOST_COMPARED = 250_000;

  /** Contexts in what is counted do not follow what is shown. */
  private static final int CONTEXT = 3;

  private static final int NONE = -1;

  private final List<RangePatch> before;
  private final List<RangePatch> after;
  private final int factor;
  private final int[] newOf;
  private final int[] oldOf;

  Correspondence(List<RangePatch> before, List<RangePatch> after, int factor) {
    this.before = before;
    this.after = after;
    this.factor = factor;
    this.newOf = new int[before.size()];
    this.oldOf = new int[after.size()];
    Arrays.fill(newOf, NONE);
    Arrays.fill(oldOf, NONE);
    pairEqual();
    if (unpaired(newOf) * unpaired(oldOf) > MOST_COMPARED) {
      pairByTitle();
    }
    if (unpaired(newOf) * unpaired(oldOf) <= MOST_COMPARED) {
      assign();
    }
  }

  /** The old patch of each new one, or -1. */
  int[] oldOf() {
    return oldOf.clone();
  }

  private static long unpaired(int[] pairs) {
    return Arrays.stream(pairs).filter(other -> other == NONE).count();
  }

  /** Of several equal ones the last is taken first, as git does. */
  private void pairEqual() {
    Map<ByteBuffer, Deque<Integer>> byDiff = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      byDiff
          .computeIfAbsent(ByteBuffer.wrap(before.get(i).compared()), k -> new ArrayDeque<>())
          .push(i);
    }
    for (int j = 0; j < after.size(); j++) {
      Deque<Integer> equal = byDiff.get(ByteBuffer.wrap(after.get(j).compared()));
      if (equal != null && !equal.isEmpty()) {
        pair(equal.pop(), j);
      }
    }
  }

  private void pairByTitle() {
    Map<String, Deque<Integer>> byTitle = new HashMap<>();
    for (int i = 0; i < before.size(); i++) {
      if (newOf[i] == NONE) {
        byTitle.computeIfAbsent(before.get(i).title(), k -> new ArrayDeque<>()).add(i);
      }
    }
    for (int j = 0; j < after.size(); j++) {
      Deque<Integer> same = byTitle.get(after.get(j).title());
      if (oldOf[j] == NONE && same != null && !same.isEmpty()) {
        pair(same.remove(), j);
      }
    }
  }

  private void pair(int old, int now) {
    newOf[old] = now;
    oldOf[now] = old;
  }

  /** Rows stand for new patches and for dropping, columns for old patches and for adding. */
  private void assign() {
    int size = before.size() + after.size();
    int[][] costs = new int[size][size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        costs[j][i] = cost(i, j);
      }
    }
    int[] rows = Assignment.rowsOfColumns(costs);
    for (int i = 0; i < before.size(); i++) {
      if (rows[i] < after.size()) {
        pair(i, rows[i]);
      }
    }
  }

  private int cost(int i, int j) {
    if (i < before.size() && j < after.size()) {
      if (newOf[i] == j) {
        return 0;
      }
      return newOf[i] == NONE && oldOf[j] == NONE
          ? Difference.size(before.get(i).compared(), after.get(j).compared(), CONTEXT)
          : NEVER;
    }
    if (i < before.size()) {
      return newOf[i] == NONE ? alone(before.get(i)) : NEVER;
    }
    if (j < after.size()) {
      return oldOf[j] == NONE ? alone(after.get(j)) : NEVER;
    }
    return 0;
  }

  private int alone(RangePatch patch) {
    return (int) ((long) patch.diffLines() * factor / 100);
  }
}
