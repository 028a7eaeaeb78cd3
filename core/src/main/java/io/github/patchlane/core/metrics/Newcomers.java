package io.github.patchlane.core.metrics;

/** How many people came for the first time. */
final class Newcomers implements Metric {
  private static final Definition DEFINITION =
      Definition.of(
              "newcomers",
              "Contributions that are the first ever seen of their submitter, the archive's first"
                  + " days left out: there everybody looks new.")
          .asChaoss("New Contributors");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public MetricResult of(Cohort cohort) {
    return new MetricResult.Count(
        this,
        cohort.group(),
        Math.toIntExact(
            cohort.opened().stream()
                .filter(subject -> subject.career().experience() == Experience.NEWCOMER)
                .count()),
        cohort.opened().size());
  }
}
