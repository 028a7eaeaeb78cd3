package io.github.patchlane.core.statistics;

import java.util.OptionalDouble;

/**
 * A confidence interval for a time, which the data may leave open.
 *
 * @param lower empty if too few events came to exclude any early time
 * @param upper empty if too few events came to exclude any late time: read it as infinity
 * @param level the confidence aimed at, such as 0.95
 */
public record QuantileInterval(OptionalDouble lower, OptionalDouble upper, double level) {
  public QuantileInterval {
    Normal.requireLevel(level);
  }
}
