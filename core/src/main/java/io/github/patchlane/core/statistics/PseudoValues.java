package io.github.patchlane.core.statistics;

import java.util.List;

/**
 * Each subject's own share in a restricted mean (Andersen, Hansen and Klein, 2004): n times the
 * mean of all less n − 1 times the mean of all others. Without censoring it is the subject's own
 * time, cut at the horizon; with censoring it stands for the time that was not seen, so that means,
 * differences within strata and regressions of these values are those of the times themselves.
 *
 * <p>Right where the end of watching does not depend on the time waited for, as when it is one day
 * for all.
 *
 * @param values in the order of the subjects; one may lie below 0 or beyond the horizon
 * @param extrapolated whether the curve had to be carried on level to the horizon
 */
public record PseudoValues(double horizon, List<Double> values, boolean extrapolated) {
  public PseudoValues {
    values = List.copyOf(values);
  }

  /**
   * Computes the values of one sample in time n log n.
   *
   * @throws IllegalArgumentException if a subject entered late, or the horizon is negative or
   *     infinite
   */
  public static PseudoValues of(List<Observation> observations, double horizon) {
    if (!(horizon >= 0) || Double.isInfinite(horizon)) {
      throw new IllegalArgumentException("a finite horizon is needed: " + horizon);
    }
    if (observations.stream().anyMatch(o -> o.entry() > 0)) {
      throw new IllegalArgumentException("pseudo-values need subjects watched from the beginning");
    }
    KaplanMeier curve = KaplanMeier.of(observations);
    Areas areas = new Areas(curve.steps(), horizon);
    double whole = observations.size() * areas.all();
    double others = observations.size() - 1.0;
    return new PseudoValues(
        horizon,
        observations.stream().map(o -> whole - others * areas.without(o)).toList(),
        curve.restrictedMean(horizon).extrapolated());
  }

  /**
   * Areas under the curve of all others. Up to a subject's own time they are one fewer at risk;
   * from there on their curve falls by the same factors as that of all.
   */
  private static final class Areas {
    private final List<KaplanMeier.Step> steps;
    private final double horizon;

    /** Of the curve with one fewer at risk: its height just before a step and the area to there. */
    private final double[] height;

    private final double[] before;

    /** The area from a step to the horizon, under the curve of all, as if it were 1 there. */
    private final double[] after;

    Areas(List<KaplanMeier.Step> all, double horizon) {
      this.horizon = horizon;
      // A time at the horizon itself adds nothing, whether or not it is an event.
      this.steps = all.stream().takeWhile(step -> step.time() < horizon).toList();
      int count = steps.size();
      height = new double[count + 1];
      before = new double[count + 1];
      after = new double[count + 1];
      height[0] = 1;
      double last = 0;
      for (int i = 0; i < count; i++) {
        KaplanMeier.Step step = steps.get(i);
        before[i] += height[i] * (step.time() - last);
        height[i + 1] = height[i] * factor(step.atRisk() - 1, step.events());
        before[i + 1] = before[i];
        last = step.time();
      }
      before[count] += height[count] * (horizon - last);
      for (int i = count - 1; i >= 0; i--) {
        double next = i + 1 < count ? steps.get(i + 1).time() : horizon;
        double rest =
            i + 1 < count
                ? factor(steps.get(i + 1).atRisk(), steps.get(i + 1).events()) * after[i + 1]
                : 0;
        after[i] = next - steps.get(i).time() + rest;
      }
    }

    /** Under the curve of all. */
    double all() {
      return steps.isEmpty()
          ? horizon
          : steps.get(0).time() + factor(steps.get(0).atRisk(), steps.get(0).events()) * after[0];
    }

    /** Under the curve of all but one. */
    double without(Observation one) {
      int own = Steps.lastUpTo(one.time(), steps.size(), i -> steps.get(i).time());
      if (one.time() >= horizon || own < 0) {
        return before[steps.size()];
      }
      KaplanMeier.Step step = steps.get(own);
      double left = factor(step.atRisk() - 1, step.events() - (one.event() ? 1 : 0));
      return before[own] + height[own] * left * after[own];
    }

    /** The share that goes on; where nobody is left to tell, the curve is carried on level. */
    private static double factor(int atRisk, int events) {
      return atRisk <= 0 ? 1 : (double) (atRisk - events) / atRisk;
    }
  }
}
