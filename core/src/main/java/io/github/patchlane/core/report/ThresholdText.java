package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.MetricResult;
import io.github.patchlane.core.metrics.MetricResult.Survival;
import io.github.patchlane.core.metrics.Offender;
import io.github.patchlane.core.metrics.Statistic;
import io.github.patchlane.core.metrics.ThresholdOutcome;
import java.util.List;
import java.util.OptionalDouble;

/** Outcomes of conditions for people, one line each, the worst contributions below those broken. */
public final class ThresholdText {
  private static final int NAMED = 5;

  private ThresholdText() {}

  public static String of(List<ThresholdOutcome> outcomes) {
    StringBuilder text = new StringBuilder();
    for (ThresholdOutcome outcome : outcomes) {
      text.append(outcome.broken() ? "FAILED  " : "ok      ").append(summary(outcome)).append('\n');
      worst(outcome).forEach(line -> text.append("        ").append(line).append('\n'));
    }
    return text.toString();
  }

  /** The condition and what was found. */
  static String summary(ThresholdOutcome outcome) {
    return SafeText.line(outcome.threshold().text()) + " (" + found(outcome) + ")";
  }

  static List<String> worst(ThresholdOutcome outcome) {
    return outcome.worst().stream().limit(NAMED).map(ThresholdText::line).toList();
  }

  private static String line(Offender offender) {
    return Figures.duration(offender.waited())
        + (offender.pending() ? " so far  " : "  ")
        + SafeText.line(offender.contribution().id().value())
        + "  "
        + SafeText.line(offender.contribution().title(), 60);
  }

  private static String found(ThresholdOutcome outcome) {
    OptionalDouble value = outcome.value();
    if (value.isEmpty()) {
      return "nothing to measure, or too early to tell";
    }
    double found = value.getAsDouble();
    if (Double.isInfinite(found)) {
      return "found: not reached yet, which is more than any bound";
    }
    return "found: " + figure(outcome, found) + ", n = " + outcome.result().n();
  }

  private static String figure(ThresholdOutcome outcome, double found) {
    MetricResult result = outcome.result();
    if (outcome.threshold().statistic() == Statistic.COUNT
        || result instanceof MetricResult.Count) {
      return Figures.rounded(found, 0).toPlainString();
    } else if (result instanceof Survival survival) {
      return survival.unit() == MetricResult.Unit.SECONDS
          ? Figures.duration(found)
          : Figures.significant(found);
    }
    return Figures.percent(found);
  }
}
