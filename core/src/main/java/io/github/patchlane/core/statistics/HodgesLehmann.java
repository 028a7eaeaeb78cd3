package io.github.patchlane.core.statistics;

import java.util.Optional;

/**
 * The Hodges–Lehmann estimate of how far the first sample lies above the second: the median of all
 * pairwise differences. Takes memory for the samples only, never for the m·n differences.
 *
 * @param estimate first − second
 * @param interval the shifts that the rank sum test does not reject (Moses): distribution-free, and
 *     with ties on the safe side. Empty if the samples are too small for the level, however the
 *     numbers fall
 */
public record HodgesLehmann(double estimate, Optional<Interval> interval) {
  /** From this size on either side the normal approximation serves, as in R. */
  private static final int LARGE = 50;

  /**
   * Compares two samples in time m log m + n log n.
   *
   * @throws IllegalArgumentException if one is empty or holds a number that is not finite
   */
  public static HodgesLehmann of(double[] first, double[] second, double level) {
    double z = Normal.criticalValue(level);
    TwoSamples samples = new TwoSamples(first, second);
    long pairs = samples.pairs();
    double estimate = (samples.difference((pairs + 1) / 2) + samples.difference(pairs / 2 + 1)) / 2;
    int m = samples.first.length;
    int n = samples.second.length;
    long rank =
        m < LARGE && n < LARGE ? exactRank(m, n, (1 - level) / 2) : approximateRank(m, n, z);
    Optional<Interval> interval =
        rank < 1
            ? Optional.empty()
            : Optional.of(
                new Interval(
                    samples.difference(rank), samples.difference(pairs + 1 - rank), level));
    return new HodgesLehmann(estimate, interval);
  }

  private static long approximateRank(int m, int n, double z) {
    double mean = (double) m * n / 2;
    double deviation = Math.sqrt((double) m * n * (m + n + 1.0) / 12);
    return (long) Math.ceil(mean - z * deviation - 0.5);
  }

  /** The smallest u with P(U ≤ u) at least {@code tail}, were both samples alike. */
  static long exactRank(int m, int n, double tail) {
    double[] counts = countsOfU(m, n);
    double all = 0;
    for (double count : counts) {
      all += count;
    }
    double sum = 0;
    for (int u = 0; u < counts.length; u++) {
      sum += counts[u];
      // A hair short of the tail is the tail: 1 − level does not come out even.
      if (sum >= tail * all * (1 - 1e-12)) {
        return u;
      }
    }
    return counts.length;
  }

  /** How many of the arrangements of m and n yield each U from 0 to mn. */
  private static double[] countsOfU(int m, int n) {
    // byFirst[i] holds the counts for i of the first sample and, after round j, j of the second:
    // the greatest of all is of the first, exceeding all j, or of the second, adding nothing.
    double[][] byFirst = new double[m + 1][m * n + 1];
    for (double[] counts : byFirst) {
      counts[0] = 1;
    }
    for (int j = 1; j <= n; j++) {
      for (int i = 1; i <= m; i++) {
        for (int u = i * j; u >= j; u--) {
          byFirst[i][u] += byFirst[i - 1][u - j];
        }
      }
    }
    return byFirst[m];
  }
}
