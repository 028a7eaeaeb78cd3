package io.github.patchlane.core.statistics;

import io.github.patchlane.core.statistics.ClusteredDifference.Member;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Strata and clusters numbered without gaps, and the group as it differs within the strata. */
final class ClusterDesign {
  /** Information left so small that a cluster is all there is. */
  static final double NEGLIGIBLE = 1e-9;

  final double[] values;
  final double[] excess;
  final int[] stratum;
  final int[] cluster;
  final double[] stratumSize;
  final int clusters;
  final double information;
  private final double[] weights;

  ClusterDesign(List<Member> all) {
    Map<Integer, int[]> counts = new HashMap<>();
    for (Member member : all) {
      both(counts, member)[member.first() ? 0 : 1]++;
    }
    List<Member> members =
        all.stream().filter(m -> both(counts, m)[0] > 0 && both(counts, m)[1] > 0).toList();
    int n = members.size();
    values = new double[n];
    excess = new double[n];
    stratum = new int[n];
    cluster = new int[n];
    Map<Integer, Integer> strata = new HashMap<>();
    Map<Integer, Integer> groups = new HashMap<>();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      Member member = members.get(i);
      int[] here = both(counts, member);
      values[i] = member.value();
      stratum[i] = strata.computeIfAbsent(member.stratum(), s -> strata.size());
      cluster[i] = groups.computeIfAbsent(member.cluster(), c -> groups.size());
      excess[i] = (member.first() ? 1 : 0) - (double) here[0] / (here[0] + here[1]);
      sum += excess[i] * excess[i];
    }
    stratumSize = new double[strata.size()];
    for (int s : stratum) {
      stratumSize[s]++;
    }
    clusters = groups.size();
    information = sum;
    weights = new double[clusters];
    for (int i = 0; i < n; i++) {
      weights[cluster[i]] += excess[i] * excess[i];
    }
  }

  /** How many of a member's stratum are in the first group, and in the other. */
  private static int[] both(Map<Integer, int[]> counts, Member member) {
    return counts.computeIfAbsent(member.stratum(), s -> new int[2]);
  }

  double[] centred(double[] x) {
    double[] means = new double[stratumSize.length];
    for (int i = 0; i < x.length; i++) {
      means[stratum[i]] += x[i] / stratumSize[stratum[i]];
    }
    double[] centred = new double[x.length];
    for (int i = 0; i < x.length; i++) {
      centred[i] = x[i] - means[stratum[i]];
    }
    return centred;
  }

  double slope(double[] x) {
    double sum = 0;
    for (int i = 0; i < x.length; i++) {
      sum += excess[i] * x[i];
    }
    return sum / information;
  }

  double effectiveClusters() {
    return information * information / Arrays.stream(weights()).map(w -> w * w).sum();
  }

  /** How much of the information is each cluster's. */
  double[] weights() {
    return weights;
  }

  /**
   * The standard error of a slope to first order: each cluster's pull on it, as large as if the
   * cluster were left out and the strata stayed whole. Quick, for resamples.
   *
   * @param score each cluster's sum of excess times residual
   */
  double standardError(double[] score) {
    double[] weight = weights();
    double squares = 0;
    for (int c = 0; c < score.length; c++) {
      double rest = information - weight[c];
      double pull = rest > NEGLIGIBLE ? score[c] / rest : 0;
      squares += pull * pull;
    }
    return Math.sqrt(squares * (clusters - 1) / clusters);
  }

  /**
   * The standard error of a slope: over clusters, the pull that each has on it times the move that
   * leaving it out makes. The square of the first flatters and the square of the second overstates;
   * their product is right on average where clusters are alike.
   *
   * @param centred values less their stratum's mean
   */
  double leaveOut(double[] centred, double slope) {
    double[] scores = scores(centred, slope);
    int[] order = byCell();
    Sums sums = new Sums(stratumSize.length);
    for (int i : order) {
      sums.count(i, 1);
    }
    double products = 0;
    int from = 0;
    while (from < order.length) {
      int to = from;
      while (to < order.length && cluster[order[to]] == cluster[order[from]]) {
        sums.count(order[to], -1);
        to++;
      }
      if (sums.information > NEGLIGIBLE) {
        double move = slope - sums.product / sums.information;
        products += move * scores[cluster[order[from]]] / information;
      }
      for (int i = from; i < to; i++) {
        sums.count(order[i], 1);
      }
      from = to;
    }
    return Math.sqrt(Math.max(0, products));
  }

  /** Each cluster's sum of excess times residual. */
  private double[] scores(double[] centred, double slope) {
    double[] scores = new double[clusters];
    for (int i = 0; i < centred.length; i++) {
      scores[cluster[i]] += excess[i] * (centred[i] - slope * excess[i]);
    }
    return scores;
  }

  /** What the slope is made of, kept up as members come and go. */
  private final class Sums {
    private final double[] n;
    private final double[] z;
    private final double[] y;
    private final double[] zy;
    private double information;
    private double product;

    Sums(int strata) {
      n = new double[strata];
      z = new double[strata];
      y = new double[strata];
      zy = new double[strata];
    }

    void count(int i, int sign) {
      int s = stratum[i];
      information -= spread(s);
      product -= product(s);
      n[s] += sign;
      y[s] += sign * values[i];
      if (excess[i] > 0) {
        z[s] += sign;
        zy[s] += sign * values[i];
      }
      information += spread(s);
      product += product(s);
    }

    private double spread(int s) {
      return n[s] < 1 ? 0 : z[s] - z[s] * z[s] / n[s];
    }

    private double product(int s) {
      return n[s] < 1 ? 0 : zy[s] - z[s] * y[s] / n[s];
    }
  }

  /** The members cluster by cluster, and in each stratum by stratum. */
  int[] byCell() {
    long strata = stratumSize.length;
    long n = values.length;
    long[] keys = new long[values.length];
    for (int i = 0; i < keys.length; i++) {
      keys[i] = (cluster[i] * strata + stratum[i]) * n + i;
    }
    Arrays.sort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) (key % n)).toArray();
  }
}
