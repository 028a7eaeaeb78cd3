package io.github.patchlane.core.statistics;

import org.apache.commons.statistics.inference.MannWhitneyUTest;

/**
 * The Mann–Whitney test (Wilcoxon's rank sum) for counts and other complete numbers. Never for
 * times of which some are censored: those want {@link LogRank}.
 *
 * @param u pairs whose first is greater, ties counting half: R's {@code W}
 * @param probabilityOfSuperiority u's share of all pairs; 0.5 if neither sample tends to be greater
 * @param pValue two-sided as in R: exact below 50 each without ties, otherwise normal, corrected
 *     for ties and continuity
 */
public record MannWhitney(double u, double probabilityOfSuperiority, double pValue) {

  /**
   * Compares two samples.
   *
   * @throws IllegalArgumentException if one is empty or holds a number that is not finite
   */
  public static MannWhitney of(double[] first, double[] second) {
    TwoSamples samples = new TwoSamples(first, second);
    MannWhitneyUTest.Result result =
        MannWhitneyUTest.withDefaults().test(samples.first, samples.second);
    double u = result.getStatistic();
    // Samples all of one value have no variance, and show no difference.
    double p = Double.isNaN(result.getPValue()) ? 1 : result.getPValue();
    return new MannWhitney(u, u / samples.pairs(), p);
  }
}
