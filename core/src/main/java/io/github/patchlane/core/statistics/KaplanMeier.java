package io.github.patchlane.core.statistics;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;

/**
 * The Kaplan–Meier estimate of survival: the share of subjects whose event has not come by a time,
 * with those still pending counted for as long as they were watched.
 *
 * <p>Start at {@link #of}; then ask for {@link #quantile} (the median is {@code quantile(0.5)}),
 * {@link #survival}, {@link #restrictedMean}, or draw {@link #steps}. Where an event and a
 * censoring share a time, the event comes first. Times are tied only if they are equal as numbers.
 * Past the last observation the curve holds its last value, which is then a convention and not
 * knowledge. All conventions are those of {@code survfit} in R's survival package.
 *
 * <p>With delayed entries an early risk set of one subject can send the curve to 0 for good: begin
 * where the risk sets have filled.
 *
 * @param size how many subjects
 * @param steps one for each distinct time at which a subject left, ascending; empty for an empty
 *     sample, whose survival is 1 throughout
 */
public record KaplanMeier(int size, List<Step> steps) {
  /** Two survivals nearer than this are equal, as in R: products of fractions round. */
  static final double TOLERANCE = Math.sqrt(Math.ulp(1.0));

  public KaplanMeier {
    steps = List.copyOf(steps);
  }

  /**
   * What happened at one time, and the curve from there to the next step.
   *
   * @param atRisk subjects under watch just before
   * @param survival the estimate from this time on
   * @param hazardVariance Greenwood's sum Σ d/(n(n−d)) up to here, the variance of ln S; infinite
   *     once the curve has reached 0
   */
  public record Step(
      double time, int atRisk, int events, int censored, double survival, double hazardVariance) {

    /** Greenwood's standard error of the survival; empty where the survival is 0. */
    public OptionalDouble standardError() {
      return survival > 0
          ? OptionalDouble.of(survival * Math.sqrt(hazardVariance))
          : OptionalDouble.empty();
    }

    /**
     * The log-log interval of the survival. Empty where the survival is 1 or 0: there the variance
     * says nothing.
     */
    public Optional<Interval> interval(double level) {
      double z = Normal.criticalValue(level);
      return survival < 1 && survival > 0
          ? Optional.of(new Interval(band(-z), band(z), level))
          : Optional.empty();
    }

    /** The edge of the log-log band at z standard errors; NaN where there is no band. */
    private double band(double z) {
      double theta = Math.sqrt(hazardVariance) / -Math.log(survival);
      return survival < 1 && survival > 0 ? Math.pow(survival, Math.exp(-z * theta)) : Double.NaN;
    }
  }

  /** Estimates the curve of one sample, given in any order. */
  public static KaplanMeier of(Collection<Observation> observations) {
    RiskSweep sweep = new RiskSweep(observations);
    List<Step> steps = new ArrayList<>();
    double survival = 1;
    double hazardVariance = 0;
    for (double time : sweep.exitTimes()) {
      RiskSweep.RiskSet risk = sweep.advanceTo(time);
      double n = risk.atRisk();
      double d = risk.events();
      survival *= (n - d) / n;
      hazardVariance += d == 0 ? 0 : d / (n * (n - d));
      steps.add(
          new Step(time, risk.atRisk(), risk.events(), risk.censored(), survival, hazardVariance));
    }
    return new KaplanMeier(observations.size(), steps);
  }

  /** How many events were seen. */
  public int events() {
    return steps.stream().mapToInt(Step::events).sum();
  }

  /** The step in force at {@code time}; empty before the first. */
  public Optional<Step> stepAt(double time) {
    int index = Steps.lastUpTo(time, steps.size(), i -> steps.get(i).time());
    return index < 0 ? Optional.empty() : Optional.of(steps.get(index));
  }

  /** The share whose event has not come by {@code time}, that time included. */
  public double survival(double time) {
    return stepAt(time).map(Step::survival).orElse(1.0);
  }

  /** The log-log interval of the survival at {@code time}; empty where that is 1 or 0. */
  public Optional<Interval> interval(double time, double level) {
    Normal.requireLevel(level);
    return stepAt(time).flatMap(step -> step.interval(level));
  }

  /**
   * The time by which the share {@code probability} has had its event: the first at which the
   * survival is at most 1 − probability. If the curve runs level at exactly that height, the middle
   * of the level stretch, which ends at the next drop or else at the last observation.
   *
   * @param probability above 0, at most 1
   * @return empty if the curve never comes down so far
   */
  public OptionalDouble quantile(double probability) {
    return firstReaching(probability, Step::survival);
  }

  /**
   * The interval of {@link #quantile}: from the first time at which the log-log band reaches down
   * to 1 − probability to the first at which it lies wholly below. Delayed entries can make the
   * band turn back; the first time still counts, as where R prints a curve (its {@code quantile}
   * picks another crossing).
   */
  public QuantileInterval quantileInterval(double probability, double level) {
    double z = Normal.criticalValue(level);
    return new QuantileInterval(
        firstReaching(probability, step -> step.band(-z)),
        firstReaching(probability, step -> step.band(z)),
        level);
  }

  /**
   * The mean time until the event, counting no time past the horizon: the area under the curve up
   * to there. If the last observation is earlier, the curve is carried on level and {@link
   * RestrictedMean#extrapolated} says so.
   *
   * @param horizon at least 0; may be infinite only if the curve reaches 0
   */
  public RestrictedMean restrictedMean(double horizon) {
    return RestrictedMean.of(this, horizon);
  }

  private OptionalDouble firstReaching(double probability, ToDoubleFunction<Step> height) {
    if (!(probability > 0 && probability <= 1)) {
      throw new IllegalArgumentException("probability must lie in (0, 1]: " + probability);
    }
    double target = 1 - probability;
    for (int i = 0; i < steps.size(); i++) {
      double reached = height.applyAsDouble(steps.get(i));
      if (Math.abs(reached - target) < TOLERANCE && target > 0) {
        return OptionalDouble.of((steps.get(i).time() + endOfLevel(i, target, height)) / 2);
      }
      if (reached <= target) {
        return OptionalDouble.of(steps.get(i).time());
      }
    }
    return OptionalDouble.empty();
  }

  private double endOfLevel(int from, double target, ToDoubleFunction<Step> height) {
    for (Step step : steps.subList(from, steps.size())) {
      if (height.applyAsDouble(step) < target - TOLERANCE) {
        return step.time();
      }
    }
    return steps.get(steps.size() - 1).time();
  }
}
