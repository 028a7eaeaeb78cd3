package io.github.patchlane.core.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * How much higher the first group's mean lies than the second's, among members alike in their
 * stratum, where members of one cluster hang together: the patches of one author are less evidence
 * than those of as many authors.
 *
 * <p>The estimate is the average of the differences within the strata, each weighing n₁n₂/(n₁ +
 * n₂); a stratum with members of one group weighs nothing. The standard error leaves out each
 * cluster in turn and takes the pull it has times the move it makes, as HC2 does for single
 * members: few or unequal clusters do not flatter it as they do the usual sandwich, nor swell it as
 * they do the plain jackknife. Student's t has as many degrees of freedom as there are effective
 * clusters, less one. {@link #bootstrapP} is a second judge: a wild bootstrap of whole clusters
 * under the hypothesis of no difference, seeded (Cameron, Gelbach and Miller, 2008), which minds
 * how skewed the values are.
 *
 * @param estimate first − second
 * @param standardError of the estimate, over clusters
 * @param members in strata with members of both groups
 * @param clusters of those
 * @param effectiveClusters as many clusters of equal weight as would say as much
 * @param statistic |t| with the bootstrap's own standard error
 * @param replicates the same of each resample, ascending
 */
public record ClusteredDifference(
    double estimate,
    double standardError,
    int members,
    int clusters,
    double effectiveClusters,
    double statistic,
    List<Double> replicates) {
  public ClusteredDifference {
    replicates = List.copyOf(replicates);
  }

  /**
   * One member.
   *
   * @param first whether of the first group
   * @param stratum any number that members alike share
   * @param cluster any number that members that hang together share
   */
  public record Member(double value, boolean first, int stratum, int cluster) {}

  /**
   * Compares.
   *
   * @param resamples of the bootstrap; 0 leaves it out
   * @return empty if no stratum has members of both groups, or all are of one cluster
   */
  public static Optional<ClusteredDifference> of(List<Member> members, int resamples, long seed) {
    ClusterDesign design = new ClusterDesign(members);
    if (design.information <= 0 || design.clusters < 2) {
      return Optional.empty();
    }
    double[] values = design.centred(design.values);
    double estimate = design.slope(values);
    double error = design.leaveOut(values, estimate);
    WildBootstrap bootstrap = new WildBootstrap(design, values);
    return Optional.of(
        new ClusteredDifference(
            estimate,
            error,
            design.values.length,
            design.clusters,
            design.effectiveClusters(),
            bootstrap.statistic(),
            bootstrap.replicates(resamples, seed)));
  }

  /** The interval at a level, two-sided and symmetric. */
  public Interval interval(double level) {
    double margin = criticalValue(level) * standardError;
    return new Interval(estimate - margin, estimate + margin, level);
  }

  /** How many standard errors the interval reaches to either side. */
  public double criticalValue(double level) {
    return student().inverseSurvivalProbability((1 - Normal.requireLevel(level)) / 2);
  }

  /**
   * Two-sided; below 1 − level just where the interval excludes 0. Empty if the data shows no
   * variance to judge by.
   */
  public OptionalDouble pValue() {
    return standardError > 0
        ? OptionalDouble.of(
            Math.min(1, 2 * student().survivalProbability(Math.abs(estimate) / standardError)))
        : OptionalDouble.empty();
  }

  /** Two-sided, by the bootstrap; empty where nothing was drawn. */
  public OptionalDouble bootstrapP() {
    if (replicates.isEmpty()) {
      return OptionalDouble.empty();
    }
    long beyond = replicates.stream().filter(r -> r >= statistic).count();
    return OptionalDouble.of((beyond + 1.0) / (replicates.size() + 1));
  }

  /** The chance that a true difference of this size would have its interval exclude 0. */
  public double power(double difference, double level) {
    if (!(standardError > 0)) {
      return Double.NaN;
    }
    double distance = Math.abs(difference) / standardError;
    double margin = criticalValue(level);
    return Normal.cumulative(distance - margin) + Normal.cumulative(-distance - margin);
  }

  /** The smallest true difference that would be seen with the given power. */
  public double smallestDetectable(double power, double level) {
    return (criticalValue(level) + Normal.quantile(Normal.requireLevel(power))) * standardError;
  }

  private TDistribution student() {
    return TDistribution.of(Math.max(1, effectiveClusters - 1));
  }
}
