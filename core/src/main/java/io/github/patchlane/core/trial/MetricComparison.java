package io.github.patchlane.core.trial;

import io.github.patchlane.core.metrics.Definition;
import io.github.patchlane.core.statistics.ClusteredDifference;
import io.github.patchlane.core.statistics.HodgesLehmann;
import io.github.patchlane.core.statistics.Interval;
import io.github.patchlane.core.statistics.KaplanMeier;
import io.github.patchlane.core.statistics.LogRank;
import io.github.patchlane.core.statistics.MannWhitney;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/** One metric on both arms, among matched contributions. Differences are trial less baseline. */
public sealed interface MetricComparison {
  Definition definition();

  /** Two-sided, by the clustered interval; empty where nothing could be compared. */
  OptionalDouble pValue();

  /** After Holm's correction among the secondaries; empty for the primary. */
  OptionalDouble holm();

  default String metric() {
    return definition().id();
  }

  /** The same with its corrected p-value. */
  MetricComparison withHolm(double corrected);

  /**
   * One arm of a waiting time.
   *
   * @param contributions in the comparison
   * @param mean restricted to the horizon, in seconds, in the matched strata as they are weighted
   *     there
   */
  record Side(int contributions, int authors, int events, double mean, KaplanMeier curve) {
    public Side {
      Objects.requireNonNull(curve);
    }

    /** Observations; a metric of revisions has several a contribution. */
    public int n() {
      return curve.size();
    }
  }

  /**
   * A waiting time, by the difference of its restricted means.
   *
   * @param horizon in seconds, on the time scale of the comparison
   * @param difference in seconds
   * @param clusteredBy what hangs together in the interval
   * @param logRank stratified, and without regard to clusters
   * @param extrapolated whether an arm was not watched to the horizon
   */
  record Times(
      Definition definition,
      double horizon,
      Side baseline,
      Side trial,
      ClusteredDifference difference,
      String clusteredBy,
      LogRank logRank,
      boolean extrapolated,
      OptionalDouble holm)
      implements MetricComparison {
    public Times {
      Objects.requireNonNull(definition);
      Objects.requireNonNull(baseline);
      Objects.requireNonNull(trial);
      Objects.requireNonNull(difference);
      Objects.requireNonNull(clusteredBy);
      Objects.requireNonNull(logRank);
      Objects.requireNonNull(holm);
    }

    @Override
    public OptionalDouble pValue() {
      return difference.pValue();
    }

    public Interval interval() {
      return difference.interval(Protocol.LEVEL);
    }

    @Override
    public Times withHolm(double corrected) {
      return new Times(
          definition,
          horizon,
          baseline,
          trial,
          difference,
          clusteredBy,
          logRank,
          extrapolated,
          OptionalDouble.of(corrected));
    }
  }

  /**
   * A count that is complete: never a time, never one that may still grow.
   *
   * @param delta Cliff's δ within the strata, with its clustered interval
   * @param shift after Hodges and Lehmann, of the counts less their strata's own level
   * @param plain the test without strata and clusters, to compare with
   */
  record Counts(
      Definition definition,
      List<Double> baseline,
      List<Double> trial,
      ClusteredDifference delta,
      HodgesLehmann shift,
      MannWhitney plain,
      OptionalDouble holm)
      implements MetricComparison {
    public Counts {
      Objects.requireNonNull(definition);
      baseline = List.copyOf(baseline);
      trial = List.copyOf(trial);
      Objects.requireNonNull(delta);
      Objects.requireNonNull(shift);
      Objects.requireNonNull(plain);
      Objects.requireNonNull(holm);
    }

    @Override
    public OptionalDouble pValue() {
      return delta.pValue();
    }

    @Override
    public Counts withHolm(double corrected) {
      return new Counts(
          definition, baseline, trial, delta, shift, plain, OptionalDouble.of(corrected));
    }
  }

  /** There is nothing to compare. */
  record Nothing(Definition definition, String reason) implements MetricComparison {
    public Nothing {
      Objects.requireNonNull(definition);
      Objects.requireNonNull(reason);
    }

    @Override
    public OptionalDouble pValue() {
      return OptionalDouble.empty();
    }

    @Override
    public OptionalDouble holm() {
      return OptionalDouble.empty();
    }

    @Override
    public Nothing withHolm(double corrected) {
      return this;
    }
  }

  /** The waiting time, where it is one that could be compared. */
  default Optional<Times> times() {
    return this instanceof Times times ? Optional.of(times) : Optional.empty();
  }
}
