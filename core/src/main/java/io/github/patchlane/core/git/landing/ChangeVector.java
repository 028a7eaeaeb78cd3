package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.diff.DiffIndex;
import io.github.patchlane.core.diff.LineKind;
import java.util.HashMap;
import java.util.Map;

/**
 * What one or several changes come to, line by line: how often each line is more or less in each
 * file afterwards. Changes can be added up, so that a series can be compared with the one commit it
 * was squashed into, and a patch with the commits it was split into.
 */
final class ChangeVector {
  private final Map<Line, Integer> net = new HashMap<>();

  private record Line(String file, int hash) {
    double weight() {
      return DiffIndex.weightOf(hash);
    }
  }

  /** Files go by their names alone: a maintainer may move them. */
  static ChangeVector of(DiffIndex diff) {
    ChangeVector vector = new ChangeVector();
    for (int i = 0; i < diff.lines(); i++) {
      LineKind kind = diff.kind(i);
      if (kind != LineKind.CONTEXT) {
        String path = diff.path(i);
        Line line = new Line(path.substring(path.lastIndexOf('/') + 1), diff.hash(i));
        vector.net.merge(line, kind == LineKind.ADDED ? 1 : -1, Integer::sum);
      }
    }
    vector.net.values().removeIf(count -> count == 0);
    return vector;
  }

  static ChangeVector none() {
    return new ChangeVector();
  }

  ChangeVector plus(ChangeVector other) {
    ChangeVector sum = new ChangeVector();
    sum.net.putAll(net);
    other.net.forEach((line, count) -> sum.net.merge(line, count, Integer::sum));
    sum.net.values().removeIf(count -> count == 0);
    return sum;
  }

  /** How much it tells in all. */
  double weight() {
    double weight = 0;
    for (Map.Entry<Line, Integer> entry : net.entrySet()) {
      weight += entry.getKey().weight() * Math.abs(entry.getValue());
    }
    return weight;
  }

  private double common(ChangeVector other) {
    double common = 0;
    for (Map.Entry<Line, Integer> entry : net.entrySet()) {
      int theirs = other.net.getOrDefault(entry.getKey(), 0);
      if (Integer.signum(theirs) == Integer.signum(entry.getValue())) {
        common += entry.getKey().weight() * Math.min(Math.abs(theirs), Math.abs(entry.getValue()));
      }
    }
    return common;
  }

  /** Twice the common weight by both weights, in [0, 1]. */
  double likeness(ChangeVector other) {
    double both = weight() + other.weight();
    return both == 0 ? 0 : 2 * common(other) / both;
  }

  /** The share of this one's weight that the other has too, in [0, 1]. */
  double within(ChangeVector other) {
    double weight = weight();
    return weight == 0 ? 0 : common(other) / weight;
  }
}
