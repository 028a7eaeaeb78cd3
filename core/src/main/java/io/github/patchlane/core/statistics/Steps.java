package io.github.patchlane.core.statistics;

import java.util.function.IntToDoubleFunction;

/** Looks up the step in force in a list ascending in time. */
final class Steps {
  private Steps() {}

  /** The index of the last step not after {@code time}, or -1. */
  static int lastUpTo(double time, int size, IntToDoubleFunction timeOf) {
    int low = 0;
    int high = size;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (timeOf.applyAsDouble(middle) <= time) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low - 1;
  }
}
