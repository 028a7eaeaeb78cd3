package io.github.patchlane.core.statistics;

import java.util.Arrays;

/** All m·n pairs of two samples, counted and ranked without ever being listed. */
final class TwoSamples {
  final double[] first;
  final double[] second;

  /** Copies and checks both samples, which must be finite and not empty. */
  TwoSamples(double[] first, double[] second) {
    this.first = sorted(first);
    this.second = sorted(second);
  }

  private static double[] sorted(double[] sample) {
    if (sample.length == 0) {
      throw new IllegalArgumentException("a sample is empty");
    }
    // Adding 0.0 turns -0.0 into 0.0: the two are tied.
    double[] sorted = Arrays.stream(sample).map(value -> value + 0.0).sorted().toArray();
    for (double value : sorted) {
      if (!Double.isFinite(value)) {
        throw new IllegalArgumentException("not a finite number: " + value);
      }
    }
    return sorted;
  }

  long pairs() {
    return (long) first.length * second.length;
  }

  /** Pairs whose first is greater, less those whose second is. */
  long dominance() {
    return pairs() - differencesUpTo(0) - differencesBelowZero();
  }

  private long differencesBelowZero() {
    return differencesUpTo(-Double.MIN_VALUE);
  }

  /** The {@code rank}-th smallest difference first − second, from 1. */
  double difference(long rank) {
    // Bisects the doubles themselves, so that the answer is one of the differences to the bit.
    long low = orderOf(first[0] - second[second.length - 1]);
    long high = orderOf(first[first.length - 1] - second[0]);
    while (low < high) {
      long middle = (low & high) + ((low ^ high) >> 1);
      if (differencesUpTo(atOrder(middle)) >= rank) {
        high = middle;
      } else {
        low = middle + 1;
      }
    }
    return atOrder(low) + 0.0;
  }

  private long differencesUpTo(double limit) {
    long count = 0;
    int j = 0;
    for (double x : first) {
      while (j < second.length && x - second[j] > limit) {
        j++;
      }
      count += second.length - j;
    }
    return count;
  }

  /** Maps doubles to longs in the same order. */
  private static long orderOf(double value) {
    long bits = Double.doubleToLongBits(value);
    return bits < 0 ? Long.MIN_VALUE - bits : bits;
  }

  private static double atOrder(long order) {
    return Double.longBitsToDouble(order < 0 ? Long.MIN_VALUE - order : order);
  }
}
