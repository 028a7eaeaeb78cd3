package io.github.patchlane.core.statistics;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How much longer the first group waits than the second, on average and counting no time past the
 * horizon. Needs no proportional hazards.
 *
 * @param horizon set before the data is looked at
 * @param estimate first − second
 * @param extrapolated whether a curve had to be carried on level to the horizon
 */
public record RestrictedMeanDifference(
    double horizon, double estimate, double standardError, boolean extrapolated) {

  /** Compares two independent groups. */
  public static RestrictedMeanDifference of(KaplanMeier first, KaplanMeier second, double horizon) {
    RestrictedMean one = first.restrictedMean(horizon);
    RestrictedMean other = second.restrictedMean(horizon);
    return new RestrictedMeanDifference(
        horizon,
        one.estimate() - other.estimate(),
        Math.hypot(one.standardError(), other.standardError()),
        one.extrapolated() || other.extrapolated());
  }

  /**
   * Compares two groups within each stratum and averages the differences, each weighing n₁n₂/(n₁ +
   * n₂) for its numbers of subjects (Mantel and Haenszel). A stratum that has subjects of one group
   * only weighs nothing.
   *
   * @return empty if no stratum has subjects of both groups
   * @throws IllegalArgumentException unless every stratum has two groups
   */
  public static Optional<RestrictedMeanDifference> stratified(
      List<Stratum> strata, double horizon) {
    double total = 0;
    double estimate = 0;
    double variance = 0;
    boolean extrapolated = false;
    for (Stratum stratum : strata) {
      if (stratum.groups().size() != 2) {
        throw new IllegalArgumentException("a difference needs two groups in every stratum");
      }
      KaplanMeier first = KaplanMeier.of(stratum.groups().get(0));
      KaplanMeier second = KaplanMeier.of(stratum.groups().get(1));
      if (first.size() > 0 && second.size() > 0) {
        RestrictedMeanDifference here = of(first, second, horizon);
        double weight = 1 / (1.0 / first.size() + 1.0 / second.size());
        total += weight;
        estimate += weight * here.estimate();
        variance += weight * weight * here.standardError() * here.standardError();
        extrapolated |= here.extrapolated();
      }
    }
    return total == 0
        ? Optional.empty()
        : Optional.of(
            new RestrictedMeanDifference(
                horizon, estimate / total, Math.sqrt(variance) / total, extrapolated));
  }

  /** The normal interval. */
  public Interval interval(double level) {
    double margin = Normal.criticalValue(level) * standardError;
    return new Interval(estimate - margin, estimate + margin, level);
  }

  /** Two-sided, by the normal distribution; empty if the data shows no variance to judge by. */
  public OptionalDouble pValue() {
    return standardError > 0
        ? OptionalDouble.of(Normal.twoSidedP(estimate / standardError))
        : OptionalDouble.empty();
  }
}
