package io.github.patchlane.core.statistics;

import java.util.List;
import java.util.Optional;

/**
 * The share of subjects that one cause has ended by a time, while the other causes take theirs.
 *
 * @param steps one for each time at which any cause ended a subject, ascending
 */
public record CumulativeIncidence(List<Step> steps) {
  public CumulativeIncidence {
    steps = List.copyOf(steps);
  }

  /**
   * The curve from one time to the next.
   *
   * @param events how many subjects this cause ended at this time
   * @param standardError by the delta method on the multinomial hazards; with a single cause it is
   *     Greenwood's
   */
  public record Step(double time, int events, double incidence, double standardError) {

    /** The interval by log(−log(1 − incidence)); empty where nothing or everything has ended. */
    public Optional<Interval> interval(double level) {
      double z = Normal.criticalValue(level);
      double rest = 1 - incidence;
      if (!(rest > KaplanMeier.TOLERANCE && incidence > 0)) {
        return Optional.empty();
      }
      double theta = standardError / (rest * -Math.log(rest));
      return Optional.of(
          new Interval(
              1 - Math.pow(rest, Math.exp(-z * theta)),
              1 - Math.pow(rest, Math.exp(z * theta)),
              level));
    }
  }

  /** How many subjects this cause ended. */
  public int events() {
    return steps.stream().mapToInt(Step::events).sum();
  }

  /** The step in force at {@code time}; empty before the first. */
  public Optional<Step> stepAt(double time) {
    int index = Steps.lastUpTo(time, steps.size(), i -> steps.get(i).time());
    return index < 0 ? Optional.empty() : Optional.of(steps.get(index));
  }

  /** The share ended by this cause by {@code time}, that time included. */
  public double incidence(double time) {
    return stepAt(time).map(Step::incidence).orElse(0.0);
  }

  /** The interval of the incidence at {@code time}; empty where that is 0 or 1. */
  public Optional<Interval> interval(double time, double level) {
    Normal.requireLevel(level);
    return stepAt(time).flatMap(step -> step.interval(level));
  }
}
