package io.github.patchlane.core.git.landing;

/** How probabilities become the confidences that are printed. */
final class Confidence {
  private static final double MOST = 0.98;

  private Confidence() {}

  /** In hundredths; never as sure as equal patches are. */
  static double ofProbability(double probability) {
    return Math.min(MOST, Math.round(100 * probability) / 100.0);
  }
}
