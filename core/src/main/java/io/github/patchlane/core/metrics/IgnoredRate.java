package io.github.patchlane.core.metrics;

import io.github.patchlane.core.statistics.KaplanMeier;
import java.time.Duration;
import java.util.List;

/** The chance to hear nothing. */
final class IgnoredRate implements Metric {
  private static final Duration HORIZON = Duration.ofDays(30);
  private static final Definition DEFINITION =
      Definition.of(
          "ignored-rate",
          "The probability of neither a response nor a landing by day 30, those counted in that"
              + " have not waited for so long yet.");

  private final DurationMetric response = new TimeToFirstResponse();

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public MetricResult of(Cohort cohort) {
    return new MetricResult.Probability(
        this,
        cohort.group(),
        KaplanMeier.of(response.observations(cohort)),
        cohort.options().timeScale().of(HORIZON),
        false);
  }

  @Override
  public List<Offender> worst(Cohort cohort) {
    Duration horizon = cohort.options().timeScale().of(HORIZON);
    return response.worst(cohort).stream()
        .filter(offender -> offender.waited().compareTo(horizon) > 0)
        .toList();
  }
}
