package io.github.patchlane.core.git.landing;

import java.util.HashMap;
import java.util.Map;

/**
 * What several changes come to, line by line, so that a series can be compared with the one commit
 * it was squashed into, and a patch with the commits it was split into.
 */
final class ChangeSum {
  private final Map<Long, Line> lines;

  private record Line(int net, float weight) {
    double total() {
      return Math.abs(net) * weight;
    }
  }

  private ChangeSum(Map<Long, Line> lines) {
    this.lines = lines;
  }

  static ChangeSum none() {
    return new ChangeSum(new HashMap<>());
  }

  static ChangeSum of(Change change) {
    return none().plus(change);
  }

  /** The sum of both; this one stays as it is. */
  ChangeSum plus(Change change) {
    ChangeSum sum = new ChangeSum(new HashMap<>(lines));
    change.addTo(sum);
    return sum;
  }

  void add(long line, int net, float weight) {
    lines.merge(
        line,
        new Line(net, weight),
        (a, b) -> a.net() + b.net() == 0 ? null : new Line(a.net() + b.net(), a.weight()));
  }

  private double weight() {
    return lines.values().stream().mapToDouble(Line::total).sum();
  }

  /** Twice the common weight by both weights, in [0, 1]. */
  double likeness(ChangeSum other) {
    double both = weight() + other.weight();
    double common = 0;
    for (Map.Entry<Long, Line> entry : lines.entrySet()) {
      Line mine = entry.getValue();
      Line theirs = other.lines.get(entry.getKey());
      if (theirs != null && Integer.signum(theirs.net()) == Integer.signum(mine.net())) {
        common += Math.min(theirs.total(), mine.total());
      }
    }
    return both == 0 ? 0 : 2 * common / both;
  }
}
