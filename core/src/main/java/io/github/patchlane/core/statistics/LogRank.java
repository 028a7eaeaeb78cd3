package io.github.patchlane.core.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.statistics.distribution.ChiSquaredDistribution;

/**
 * The log-rank test: whether two or more groups have their events at the same rate. It weighs all
 * times alike and is strongest where the hazards are proportional; where they cross, compare
 * restricted means.
 *
 * <p>As {@code survdiff} in R. The degrees of freedom are the rank of the covariance: groups that
 * are never at risk together are not compared.
 *
 * @param groups in the order given
 * @param covariance of observed − expected, hypergeometric at each event's time; one row a group
 * @param degreesOfFreedom 0 if nothing could be compared; then the p-value is 1
 */
public record LogRank(
    List<Group> groups,
    List<List<Double>> covariance,
    double chiSquare,
    int degreesOfFreedom,
    double pValue) {
  public LogRank {
    groups = List.copyOf(groups);
    covariance = covariance.stream().map(List::copyOf).toList();
  }

  /**
   * One group over all strata.
   *
   * @param observed how many events came
   * @param expected how many would have come, had all groups the rate of the whole
   */
  public record Group(int size, int observed, double expected) {}

  /** Compares two groups. */
  public static LogRank of(Collection<Observation> first, Collection<Observation> second) {
    return stratified(List.of(Stratum.of(first, second)));
  }

  /** Compares two or more groups. */
  public static LogRank of(List<List<Observation>> groups) {
    return stratified(List.of(new Stratum(groups)));
  }

  /**
   * Compares the groups within each stratum only, and sums up.
   *
   * @throws IllegalArgumentException unless all strata have the same number of groups, at least two
   */
  public static LogRank stratified(List<Stratum> strata) {
    int count = strata.isEmpty() ? 0 : strata.get(0).groups().size();
    if (count < 2 || strata.stream().anyMatch(stratum -> stratum.groups().size() != count)) {
      throw new IllegalArgumentException("every stratum needs the same two or more groups");
    }
    Sums sums = new Sums(count);
    strata.forEach(sums::add);
    return sums.result();
  }

  /** The variance of the first group's observed − expected: with two groups, all there is. */
  public double variance() {
    return covariance.get(0).get(0);
  }

  private static final class Sums {
    private final int[] sizes;
    private final int[] observed;
    private final double[] expected;
    private final double[] excess;
    private final double[][] covariance;

    Sums(int groups) {
      sizes = new int[groups];
      observed = new int[groups];
      expected = new double[groups];
      excess = new double[groups];
      covariance = new double[groups][groups];
    }

    void add(Stratum stratum) {
      List<RiskSweep> sweeps = stratum.groups().stream().map(RiskSweep::new).toList();
      double[] times =
          stratum.groups().stream()
              .flatMap(List::stream)
              .filter(Observation::event)
              .mapToDouble(Observation::time)
              .sorted()
              .distinct()
              .toArray();
      for (double time : times) {
        add(sweeps.stream().map(sweep -> sweep.advanceTo(time)).toList());
      }
      for (int i = 0; i < sizes.length; i++) {
        sizes[i] += stratum.groups().get(i).size();
      }
    }

    private void add(List<RiskSweep.RiskSet> risks) {
      double n = risks.stream().mapToInt(RiskSweep.RiskSet::atRisk).sum();
      double d = risks.stream().mapToInt(RiskSweep.RiskSet::events).sum();
      double spread = n > 1 ? d * (n - d) / (n - 1) : 0;
      for (int i = 0; i < sizes.length; i++) {
        double share = risks.get(i).atRisk() / n;
        observed[i] += risks.get(i).events();
        expected[i] += d * share;
        excess[i] += risks.get(i).events() - d * share;
        for (int j = 0; j < sizes.length; j++) {
          double other = risks.get(j).atRisk() / n;
          covariance[i][j] += spread * share * ((i == j ? 1 : 0) - other);
        }
      }
    }

    LogRank result() {
      QuadraticForm form = QuadraticForm.of(covariance, excess);
      return new LogRank(
          IntStream.range(0, sizes.length)
              .mapToObj(i -> new Group(sizes[i], observed[i], expected[i]))
              .toList(),
          Arrays.stream(covariance).map(row -> Arrays.stream(row).boxed().toList()).toList(),
          form.value(),
          form.rank(),
          form.rank() == 0
              ? 1
              : ChiSquaredDistribution.of(form.rank()).survivalProbability(form.value()));
    }
  }
}
