package io.github.patchlane.core.statistics;

import java.util.List;

/**
 * The mean time until the event when no time past a horizon counts. Unlike a mean it can be
 * estimated with subjects still pending; unlike a hazard ratio it needs no proportional hazards.
 *
 * @param extrapolated whether the curve had to be carried on level from the last observation to the
 *     horizon: the estimate then leans on a convention
 */
public record RestrictedMean(
    double horizon, double estimate, double standardError, boolean extrapolated) {

  /** The normal interval, not cut off at 0 or the horizon. */
  public Interval interval(double level) {
    double margin = Normal.criticalValue(level) * standardError;
    return new Interval(estimate - margin, estimate + margin, level);
  }

  static RestrictedMean of(KaplanMeier curve, double horizon) {
    if (!(horizon >= 0)) {
      throw new IllegalArgumentException("a horizon is not negative: " + horizon);
    }
    List<KaplanMeier.Step> steps =
        curve.steps().stream().takeWhile(step -> step.time() <= horizon).toList();
    double area = 0;
    double variance = 0;
    double end = horizon;
    for (int i = steps.size() - 1; i >= 0; i--) {
      KaplanMeier.Step step = steps.get(i);
      // Not 0 · ∞: a curve at 0 has no area left, however far the horizon.
      area += step.survival() > 0 ? step.survival() * (end - step.time()) : 0;
      double n = step.atRisk();
      double d = step.events();
      variance += d == 0 || d == n ? 0 : area * area * d / (n * (n - d));
      end = step.time();
    }
    area += end;
    if (Double.isInfinite(area)) {
      throw new IllegalArgumentException("the curve does not reach 0: a finite horizon is needed");
    }
    boolean extrapolated =
        steps.size() == curve.steps().size()
            && (steps.isEmpty()
                ? horizon > 0
                : steps.get(steps.size() - 1).time() < horizon
                    && steps.get(steps.size() - 1).survival() > 0);
    return new RestrictedMean(horizon, area, Math.sqrt(variance), extrapolated);
  }
}
