package io.github.patchlane.core.statistics;

import io.github.patchlane.core.statistics.ClusteredDifference.Member;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Strata and clusters numbered without gaps, and the group as it differs within the strata. */
final class ClusterDesign {
  final double[] values;
  final double[] excess;
  final int[] stratum;
  final int[] cluster;
  final double[] stratumSize;
  final int clusters;
  final double information;
  private final boolean[] first;

  ClusterDesign(List<Member> all) {
    Map<Integer, int[]> counts = new HashMap<>();
    for (Member member : all) {
      counts.computeIfAbsent(member.stratum(), s -> new int[2])[member.first() ? 0 : 1]++;
    }
    List<Member> members =
        all.stream()
            .filter(m -> counts.get(m.stratum())[0] > 0 && counts.get(m.stratum())[1] > 0)
            .toList();
    int n = members.size();
    values = new double[n];
    excess = new double[n];
    stratum = new int[n];
    cluster = new int[n];
    first = new boolean[n];
    Map<Integer, Integer> strata = new HashMap<>();
    Map<Integer, Integer> groups = new HashMap<>();
    double sum = 0;
    for (int i = 0; i < n; i++) {
      Member member = members.get(i);
      int[] here = counts.get(member.stratum());
      values[i] = member.value();
      first[i] = member.first();
      stratum[i] = strata.computeIfAbsent(member.stratum(), s -> strata.size());
      cluster[i] = groups.computeIfAbsent(member.cluster(), c -> groups.size());
      excess[i] = (first[i] ? 1 : 0) - (double) here[0] / (here[0] + here[1]);
      sum += excess[i] * excess[i];
    }
    stratumSize = new double[strata.size()];
    for (int s : stratum) {
      stratumSize[s]++;
    }
    clusters = groups.size();
    information = sum;
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
    double[] weights = new double[clusters];
    for (int i = 0; i < excess.length; i++) {
      weights[cluster[i]] += excess[i] * excess[i];
    }
    return weights;
  }

  /** From the estimates without each cluster in turn. */
  double jackknife(double estimate) {
    int[] order = byCell();
    double[] n = new double[stratumSize.length];
    double[] z = new double[stratumSize.length];
    double[] y = new double[stratumSize.length];
    double[] zy = new double[stratumSize.length];
    for (int i : order) {
      count(i, 1, n, z, y, zy);
    }
    double d = 0;
    double u = 0;
    for (int s = 0; s < n.length; s++) {
      d += spread(s, n, z);
      u += product(s, n, z, y, zy);
    }
    double squares = 0;
    int defined = 0;
    for (int from = 0; from < order.length; ) {
      int to = from;
      double dLeft = d;
      double uLeft = u;
      for (; to < order.length && cluster[order[to]] == cluster[order[from]]; to++) {
        int s = stratum[order[to]];
        dLeft -= spread(s, n, z);
        uLeft -= product(s, n, z, y, zy);
        count(order[to], -1, n, z, y, zy);
        dLeft += spread(s, n, z);
        uLeft += product(s, n, z, y, zy);
      }
      for (int i = from; i < to; i++) {
        count(order[i], 1, n, z, y, zy);
      }
      if (dLeft > 1e-9) {
        double distance = uLeft / dLeft - estimate;
        squares += distance * distance;
        defined++;
      }
      from = to;
    }
    return defined < 2 ? 0 : Math.sqrt(squares * (defined - 1) / defined);
  }

  private void count(int i, int sign, double[] n, double[] z, double[] y, double[] zy) {
    int s = stratum[i];
    n[s] += sign;
    y[s] += sign * values[i];
    if (first[i]) {
      z[s] += sign;
      zy[s] += sign * values[i];
    }
  }

  private static double spread(int s, double[] n, double[] z) {
    return n[s] < 0.5 ? 0 : z[s] - z[s] * z[s] / n[s];
  }

  private static double product(int s, double[] n, double[] z, double[] y, double[] zy) {
    return n[s] < 0.5 ? 0 : zy[s] - z[s] * y[s] / n[s];
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
