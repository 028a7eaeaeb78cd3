package io.github.patchlane.core.metrics;

import io.github.patchlane.core.statistics.KaplanMeier;
import java.time.Duration;

/** The chance that a newcomer comes again. */
final class ConversionRate implements Metric {
  private static final Definition DEFINITION =
      Definition.of(
              "conversion-rate",
              "The probability that a newcomer opens a second contribution within 180 days, those"
                  + " counted in that came less than 180 days ago.")
          .asChaoss("Conversion Rate");

  private final DurationMetric second = new TimeToSecondContribution();

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public MetricResult of(Cohort cohort) {
    return new MetricResult.Probability(
        this,
        cohort.group(),
        KaplanMeier.of(second.observations(cohort)),
        cohort.options().timeScale().of(Duration.ofDays(180)),
        true);
  }
}
