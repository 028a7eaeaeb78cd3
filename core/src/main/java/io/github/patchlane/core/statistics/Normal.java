package io.github.patchlane.core.statistics;

import org.apache.commons.statistics.distribution.NormalDistribution;

/** The standard normal distribution, as two-sided tests and intervals ask for it. */
final class Normal {
  private static final NormalDistribution STANDARD = NormalDistribution.of(0, 1);

  private Normal() {}

  /** The z that a standard normal exceeds in absolute value with probability 1 - level. */
  static double criticalValue(double level) {
    return STANDARD.inverseSurvivalProbability((1 - requireLevel(level)) / 2);
  }

  static double quantile(double probability) {
    return STANDARD.inverseCumulativeProbability(probability);
  }

  static double cumulative(double z) {
    return STANDARD.cumulativeProbability(z);
  }

  static double twoSidedP(double z) {
    return Math.min(1, 2 * STANDARD.survivalProbability(Math.abs(z)));
  }

  static double requireLevel(double level) {
    if (!(level > 0 && level < 1)) {
      throw new IllegalArgumentException("a confidence level lies between 0 and 1: " + level);
    }
    return level;
  }
}
