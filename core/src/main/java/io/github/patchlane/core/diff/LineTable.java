package io.github.patchlane.core.diff;

import java.util.Arrays;

/** Where the hunk lines of one diff lie in its text: twelve bytes a line. */
final class LineTable {
  private int[] starts = new int[64];
  private int[] ends = new int[64];
  private LineKind[] kinds = new LineKind[64];
  private int size;

  int size() {
    return size;
  }

  void add(LineKind kind, int start, int end) {
    if (size == starts.length) {
      resize(size * 2);
    }
    starts[size] = start;
    ends[size] = end;
    kinds[size] = kind;
    size++;
  }

  void cutTo(int newSize) {
    size = newSize;
  }

  void trim() {
    resize(size);
  }

  LineKind kind(int i) {
    return kinds[i];
  }

  int count(LineKind kind, int from, int to) {
    int count = 0;
    for (int i = from; i < to; i++) {
      count += kinds[i] == kind ? 1 : 0;
    }
    return count;
  }

  /** Where the content starts, behind the marker. */
  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  private void resize(int capacity) {
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    kinds = Arrays.copyOf(kinds, capacity);
  }
}
