package io.github.patchlane.benchmarks;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * What one run of a program cost.
 *
 * @param wall seconds from start to end
 * @param cpu seconds on all cores, of all its processes
 * @param peakKib the most memory that any one of its processes had resident, in KiB
 */
record Cost(double wall, double cpu, long peakKib) {

  /** The median of each figure by itself. */
  static Cost median(List<Cost> runs) {
    return new Cost(
        middle(runs, Comparator.comparing(Cost::wall)).wall(),
        middle(runs, Comparator.comparing(Cost::cpu)).cpu(),
        middle(runs, Comparator.comparing(Cost::peakKib)).peakKib());
  }

  private static Cost middle(List<Cost> runs, Comparator<Cost> order) {
    return runs.stream().sorted(order).skip(runs.size() / 2).findFirst().orElseThrow();
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT, "%6.2f s wall, %6.2f s cpu, %4d MiB", wall, cpu, peakKib >> 10);
  }
}
