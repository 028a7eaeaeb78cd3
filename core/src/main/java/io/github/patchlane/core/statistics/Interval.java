package io.github.patchlane.core.statistics;

/**
 * A two-sided confidence interval, both ends included.
 *
 * @param level the confidence aimed at, such as 0.95
 */
public record Interval(double lower, double upper, double level) {
  public Interval {
    Normal.requireLevel(level);
    if (!(lower <= upper)) {
      throw new IllegalArgumentException("not an interval: " + lower + " to " + upper);
    }
  }

  /** Whether {@code value} lies within, ends included. */
  public boolean contains(double value) {
    return lower <= value && value <= upper;
  }
}
