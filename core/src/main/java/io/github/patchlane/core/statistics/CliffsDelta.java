package io.github.patchlane.core.statistics;

import java.util.function.DoubleUnaryOperator;

/**
 * Cliff's δ: how much more often a member of the first sample is greater than one of the second
 * than the reverse; from −1 to 1, 0 if neither dominates.
 */
public record CliffsDelta(double delta, int firstSize, int secondSize) {

  /**
   * Compares two samples in time m log m + n log n.
   *
   * @throws IllegalArgumentException if one is empty or holds a number that is not finite
   */
  public static CliffsDelta of(double[] first, double[] second) {
    TwoSamples samples = new TwoSamples(first, second);
    return new CliffsDelta(
        (double) samples.dominance() / samples.pairs(),
        samples.first.length,
        samples.second.length);
  }

  /**
   * Newcombe's score interval (Statistics in Medicine 25, 2006, method 5). It never leaves [−1, 1],
   * and keeps its width where one sample lies wholly above the other.
   */
  public Interval interval(double level) {
    double z = Normal.criticalValue(level);
    double superiority = (delta + 1) / 2;
    // Positive far from the estimate, negative next to it.
    DoubleUnaryOperator excess =
        theta -> Math.abs(theta - superiority) - z * Math.sqrt(variance(theta));
    return new Interval(
        2 * outermost(superiority, 0, excess) - 1,
        2 * outermost(superiority, 1, excess) - 1,
        level);
  }

  /** Hanley and McNeil's variance at superiority θ, with the mean size for both. */
  private double variance(double theta) {
    double size = (firstSize + secondSize) / 2.0 - 1;
    return theta
        * (1 - theta)
        * (1 + size * ((1 - theta) / (2 - theta) + theta / (1 + theta)))
        / ((double) firstSize * secondSize);
  }

  private static double outermost(double inside, double outside, DoubleUnaryOperator excess) {
    double in = inside;
    double out = outside;
    for (int i = 0; i < 60; i++) {
      double middle = (in + out) / 2;
      if (excess.applyAsDouble(middle) > 0) {
        out = middle;
      } else {
        in = middle;
      }
    }
    return out;
  }
}
