package io.github.patchlane.core.git.landing;

/**
 * Things with weights, sorted by key: the words of a text, the lines of a change. Two are as alike
 * as the weight that they have in common.
 */
final class Bag {
  private final long[] keys;
  private final float[] weights;
  private final double total;

  /**
   * @param keys distinct, ascending
   * @param weights at least 0, one for each key
   */
  Bag(long[] keys, float[] weights) {
    this.keys = keys;
    this.weights = weights;
    double sum = 0;
    for (float weight : weights) {
      sum += weight;
    }
    total = sum;
  }

  double total() {
    return total;
  }

  /** Twice the common weight by the weight of both, in [0, 1]; 0 where both are empty. */
  double similarity(Bag other) {
    double both = total + other.total;
    return both == 0 ? 0 : 2 * common(other) / both;
  }

  /** The share of this one's weight that the other has too, in [0, 1]. */
  double within(Bag other) {
    return total == 0 ? 0 : common(other) / total;
  }

  private double common(Bag other) {
    double common = 0;
    int i = 0;
    int j = 0;
    while (i < keys.length && j < other.keys.length) {
      long left = keys[i];
      long right = other.keys[j];
      if (left == right) {
        common += Math.min(weights[i], other.weights[j]);
      }
      i += left <= right ? 1 : 0;
      j += right <= left ? 1 : 0;
    }
    return common;
  }
}
