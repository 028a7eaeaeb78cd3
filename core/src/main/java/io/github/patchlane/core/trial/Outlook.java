package io.github.patchlane.core.trial;

import io.github.patchlane.core.statistics.KaplanMeier;
import io.github.patchlane.core.statistics.Power;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * What this comparison could have seen, and how many more contributions would do. The effect that
 * the protocol names is a ratio of hazards; the baseline's own curve says how many seconds of
 * restricted mean that is.
 *
 * @param effect the hazard ratio that the protocol names
 * @param difference what it comes to, in seconds
 * @param power the chance that the interval would have excluded 0, had the effect been there
 * @param smallest the smallest difference that would be seen with 80 % power, in seconds
 * @param smallestEffect the same as a hazard ratio above 1; empty where no ratio comes to it
 * @param moreBaseline contributions that the baseline lane lacks for 80 % power, if both lanes go
 *     on as they did; 0 if none. Empty where there is nothing to reckon with
 * @param moreTrial the same of the trial lane
 * @param schoenfeldSmallest by events alone, were they independent and hazards proportional
 * @param schoenfeldMore events that both lanes lack by that
 */
public record Outlook(
    double effect,
    double difference,
    OptionalDouble power,
    OptionalDouble smallest,
    OptionalDouble smallestEffect,
    OptionalLong moreBaseline,
    OptionalLong moreTrial,
    double schoenfeldSmallest,
    OptionalLong schoenfeldMore) {
  private static final double STRONGEST = 1000;

  public Outlook {
    Objects.requireNonNull(power);
    Objects.requireNonNull(smallest);
    Objects.requireNonNull(smallestEffect);
    Objects.requireNonNull(moreBaseline);
    Objects.requireNonNull(moreTrial);
    Objects.requireNonNull(schoenfeldMore);
  }

  static Outlook of(MetricComparison.Times times, double effect) {
    KaplanMeier baseline = times.baseline().curve();
    double difference = gain(baseline, times.horizon(), effect);
    Power power = new Power(1 - Protocol.LEVEL, Protocol.POWER);
    int first = times.trial().events();
    int second = times.baseline().events();
    boolean told = times.difference().standardError() > 0 && difference > 0;
    double smallest = times.difference().smallestDetectable(Protocol.POWER, Protocol.LEVEL);
    double lacking = told ? smallest / difference : 0;
    return new Outlook(
        effect,
        difference,
        told
            ? OptionalDouble.of(times.difference().power(difference, Protocol.LEVEL))
            : OptionalDouble.empty(),
        told ? OptionalDouble.of(smallest) : OptionalDouble.empty(),
        told ? effectOf(baseline, times.horizon(), smallest) : OptionalDouble.empty(),
        told ? more(times.baseline().contributions(), lacking) : OptionalLong.empty(),
        told ? more(times.trial().contributions(), lacking) : OptionalLong.empty(),
        power.smallestDetectableHazardRatio(first, second),
        power.moreEvents(first, second, effect));
  }

  /** Errors shrink as the root of numbers grows. */
  private static OptionalLong more(int present, double ratio) {
    return OptionalLong.of((long) Math.ceil(present * Math.max(0, ratio * ratio - 1)));
  }

  /** By how much the restricted mean falls if the hazard is multiplied. */
  static double gain(KaplanMeier curve, double horizon, double ratio) {
    double gain = 0;
    double survival = 1;
    double from = 0;
    for (KaplanMeier.Step step : curve.steps()) {
      double to = Math.min(step.time(), horizon);
      gain += (survival - Math.pow(survival, ratio)) * (to - from);
      from = to;
      survival = step.survival();
    }
    return gain + (survival - Math.pow(survival, ratio)) * (horizon - from);
  }

  private static OptionalDouble effectOf(KaplanMeier curve, double horizon, double gain) {
    if (gain(curve, horizon, STRONGEST) < gain) {
      return OptionalDouble.empty();
    }
    double low = 1;
    double high = STRONGEST;
    for (int i = 0; i < 60; i++) {
      double middle = (low + high) / 2;
      if (gain(curve, horizon, middle) < gain) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return OptionalDouble.of(high);
  }
}
