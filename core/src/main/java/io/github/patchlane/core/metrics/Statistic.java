package io.github.patchlane.core.metrics;

import io.github.patchlane.core.metrics.MetricResult.Count;
import io.github.patchlane.core.metrics.MetricResult.Load;
import io.github.patchlane.core.metrics.MetricResult.Probability;
import io.github.patchlane.core.metrics.MetricResult.Ratio;
import io.github.patchlane.core.metrics.MetricResult.Share;
import io.github.patchlane.core.metrics.MetricResult.Survival;
import java.util.Locale;
import java.util.OptionalDouble;

/** One figure of a number. */
public enum Statistic {
  MEDIAN,
  P25,
  P75,
  P90,
  /** The longest so far, those still waiting included. */
  MAX,
  /** Restricted at the metric's horizon. */
  MEAN,
  /** How many were measured. */
  COUNT,
  /** The figure itself, where there is only one. */
  VALUE;

  /** The name in a condition. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The figure; empty where nothing was measured or it cannot be told yet. A quantile that the
   * curve does not reach is infinite: more than any bound.
   */
  public OptionalDouble of(MetricResult result) {
    if (this == COUNT) {
      return OptionalDouble.of(result.n());
    }
    if (result instanceof Survival survival) {
      return ofSurvival(survival);
    }
    return this == VALUE ? valueOf(result) : OptionalDouble.empty();
  }

  private OptionalDouble ofSurvival(Survival survival) {
    if (survival.n() == 0) {
      return OptionalDouble.empty();
    }
    return switch (this) {
      case MEDIAN, VALUE -> reached(survival.quantile(0.5));
      case P25 -> reached(survival.quantile(0.25));
      case P75 -> reached(survival.quantile(0.75));
      case P90 -> reached(survival.quantile(0.9));
      case MAX -> survival.longest();
      case MEAN -> survival.restrictedMean().stream().mapToDouble(m -> m.estimate()).findFirst();
      case COUNT -> OptionalDouble.of(survival.n());
    };
  }

  private static OptionalDouble reached(OptionalDouble quantile) {
    return OptionalDouble.of(quantile.orElse(Double.POSITIVE_INFINITY));
  }

  private static OptionalDouble valueOf(MetricResult result) {
    if (result instanceof Probability probability) {
      return probability.value();
    } else if (result instanceof Share share) {
      return share.value();
    } else if (result instanceof Ratio ratio) {
      return ratio.value();
    } else if (result instanceof Count count) {
      return OptionalDouble.of(count.value());
    }
    return result instanceof Load load ? load.largestShare() : OptionalDouble.empty();
  }
}
