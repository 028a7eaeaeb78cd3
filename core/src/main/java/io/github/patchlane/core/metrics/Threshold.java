package io.github.patchlane.core.metrics;

import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A condition that must not come true: {@code newcomer time-to-first-response.max > 7d}.
 *
 * @param text as it was written
 * @param filters all of which a contribution must meet to count
 * @param statistic of the metric's number
 * @param bound in seconds for durations, as a fraction for shares
 */
public record Threshold(
    String text,
    List<Filter> filters,
    Metric metric,
    Statistic statistic,
    Comparison comparison,
    double bound) {
  public Threshold {
    Objects.requireNonNull(text);
    filters = List.copyOf(filters);
    Objects.requireNonNull(metric);
    Objects.requireNonNull(statistic);
    Objects.requireNonNull(comparison);
  }

  /**
   * Reads conditions, separated by commas or semicolons.
   *
   * @throws ThresholdSyntaxException with one line on what is wrong, where, and what would be right
   */
  public static List<Threshold> parse(String expression) {
    return ThresholdParser.parse(expression);
  }

  /** One part of a condition's group. */
  public record Filter(GroupBy by, String key) {
    public Filter {
      Objects.requireNonNull(by);
      Objects.requireNonNull(key);
    }

    boolean matches(Strata strata) {
      return strata.keys(by).contains(key);
    }
  }

  /** How the number and the bound are compared. */
  public enum Comparison {
    ABOVE(">"),
    AT_LEAST(">="),
    BELOW("<"),
    AT_MOST("<=");

    private final String sign;

    Comparison(String sign) {
      this.sign = sign;
    }

    /** As it is written. */
    public String sign() {
      return sign;
    }

    boolean holds(double value, double bound) {
      return switch (this) {
        case ABOVE -> value > bound;
        case AT_LEAST -> value >= bound;
        case BELOW -> value < bound;
        case AT_MOST -> value <= bound;
      };
    }
  }

  /** Holds the condition against a report. */
  public ThresholdOutcome check(LatencyReport report) {
    Cohort cohort =
        report.cohort(strata -> filters.stream().allMatch(filter -> filter.matches(strata)));
    MetricResult result = metric.of(cohort);
    OptionalDouble value = statistic.of(result);
    boolean broken = value.isPresent() && comparison.holds(value.getAsDouble(), bound);
    return new ThresholdOutcome(
        this, result, value, broken, broken ? beyond(metric.worst(cohort)) : List.of());
  }

  /** Of waiting times only those beyond the bound broke it; a figure too low has no culprits. */
  private List<Offender> beyond(List<Offender> worst) {
    if (comparison == Comparison.BELOW || comparison == Comparison.AT_MOST) {
      return List.of();
    }
    boolean bounded = metric instanceof DurationMetric && statistic != Statistic.COUNT;
    return worst.stream()
        .filter(
            offender ->
                !bounded || comparison.holds(DurationMetric.seconds(offender.waited()), bound))
        .toList();
  }
}
