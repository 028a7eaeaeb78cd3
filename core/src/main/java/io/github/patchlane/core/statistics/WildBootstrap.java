package io.github.patchlane.core.statistics;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What t would be, were there no difference but by chance: residuals whose signs are drawn anew for
 * whole clusters. Works on the sums of each cluster in each stratum, so that a resample costs as
 * many steps as there are such cells. Not thread-safe.
 */
final class WildBootstrap {
  private final ClusterDesign design;
  private final int[] cluster;
  private final int[] stratum;
  private final double[] residual;
  private final double[] excess;
  private final double[] score;
  private final double[] drawn;
  private final double[] sign;
  private final double[] mean;
  private int cells;

  /**
   * @param centred values less their stratum's mean: what is left where there is no difference
   */
  WildBootstrap(ClusterDesign design, double[] centred) {
    this.design = design;
    int n = centred.length;
    cluster = new int[n];
    stratum = new int[n];
    residual = new double[n];
    excess = new double[n];
    score = new double[design.clusters];
    drawn = new double[design.clusters];
    sign = new double[design.clusters];
    mean = new double[design.stratumSize.length];
    for (int i : design.byCell()) {
      boolean next =
          cells == 0
              || cluster[cells - 1] != design.cluster[i]
              || stratum[cells - 1] != design.stratum[i];
      if (next) {
        cluster[cells] = design.cluster[i];
        stratum[cells] = design.stratum[i];
        cells++;
      }
      double left = centred[i];
      residual[cells - 1] += left / design.stratumSize[design.stratum[i]];
      excess[cells - 1] += design.excess[i];
      score[design.cluster[i]] += design.excess[i] * left;
    }
  }

  /** |t| of the values as they are; 0 where they have no variance. */
  double statistic() {
    Arrays.fill(sign, 1);
    return Math.max(0, t());
  }

  /** |t| of each resample, ascending; one without variance is left out. */
  List<Double> replicates(int resamples, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] found = new double[resamples];
    int used = 0;
    for (int b = 0; b < resamples; b++) {
      drawSigns(random);
      double t = t();
      if (t >= 0) {
        found[used++] = t;
      }
    }
    double[] sorted = Arrays.copyOf(found, used);
    Arrays.sort(sorted);
    return Arrays.stream(sorted).boxed().toList();
  }

  private void drawSigns(SplittableRandom random) {
    long bits = 0;
    for (int c = 0; c < sign.length; c++) {
      // Only nextLong is the same sequence in every Java version.
      bits = c % Long.SIZE == 0 ? random.nextLong() : bits >>> 1;
      sign[c] = (bits & 1) == 0 ? 1 : -1;
    }
  }

  /** With the signs as they are; less than 0 where there is no variance. */
  private double t() {
    double slope = 0;
    for (int c = 0; c < drawn.length; c++) {
      drawn[c] = sign[c] * score[c];
      slope += drawn[c];
    }
    slope /= design.information;
    Arrays.fill(mean, 0);
    for (int i = 0; i < cells; i++) {
      mean[stratum[i]] += sign[cluster[i]] * residual[i];
    }
    for (int i = 0; i < cells; i++) {
      drawn[cluster[i]] -= excess[i] * mean[stratum[i]];
    }
    for (int c = 0; c < drawn.length; c++) {
      drawn[c] -= slope * design.weights()[c];
    }
    double error = design.standardError(drawn);
    return error > 0 ? Math.abs(slope) / error : -1;
  }
}
