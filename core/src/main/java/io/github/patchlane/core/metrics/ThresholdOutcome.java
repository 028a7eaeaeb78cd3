package io.github.patchlane.core.metrics;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What came of one condition.
 *
 * @param value infinite for a quantile that is not reached; empty where there was nothing to
 *     measure, which breaks no threshold
 * @param broken whether the condition came true
 * @param worst the contributions that broke it, as far as they stand out, the worst first
 */
public record ThresholdOutcome(
    Threshold threshold,
    MetricResult result,
    OptionalDouble value,
    boolean broken,
    List<Offender> worst) {
  public ThresholdOutcome {
    Objects.requireNonNull(threshold);
    Objects.requireNonNull(result);
    Objects.requireNonNull(value);
    worst = List.copyOf(worst);
  }
}
