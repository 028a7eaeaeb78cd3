package io.github.patchlane.core.statistics;

import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Checks and sorts a family of p-values. */
final class PValues {
  private PValues() {}

  /** The indices of the p-values, smallest first. */
  static int[] ascending(List<Double> pValues) {
    for (double p : pValues) {
      if (!(p >= 0 && p <= 1)) {
        throw new IllegalArgumentException("not a p-value: " + p);
      }
    }
    return IntStream.range(0, pValues.size())
        .boxed()
        .sorted(Comparator.comparingDouble(pValues::get))
        .mapToInt(i -> i)
        .toArray();
  }
}
