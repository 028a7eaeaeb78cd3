package io.github.patchlane.core.metrics;

import java.util.List;

/** How few people would have to leave. */
final class ContributorAbsenceFactor implements Metric {
  private static final Definition DEFINITION =
      Definition.of(
              "contributor-absence-factor",
              "The smallest number of reviewers who together gave at least half of all reviews.")
          .asChaoss("Contributor Absence Factor");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public MetricResult of(Cohort cohort) {
    List<Long> loads = ReviewerLoad.perReviewer(cohort);
    long total = loads.stream().mapToLong(Long::longValue).sum();
    int people = 0;
    long sum = 0;
    while (2 * sum < total) {
      sum += loads.get(people);
      people++;
    }
    return new MetricResult.Count(this, cohort.group(), people, loads.size());
  }
}
