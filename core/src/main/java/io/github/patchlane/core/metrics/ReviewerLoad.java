package io.github.patchlane.core.metrics;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** On how many shoulders review rests. Nobody is named. */
final class ReviewerLoad implements Metric {
  private static final Definition DEFINITION =
      Definition.of(
          "reviewer-load",
          "For each human who gave a substantive reply on others' contributions, on how many; the"
              + " shares are of the sum.");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public MetricResult of(Cohort cohort) {
    return new MetricResult.Load(this, cohort.group(), perReviewer(cohort));
  }

  /** On how many contributions each reviewer spoke, the most first. */
  static List<Long> perReviewer(Cohort cohort) {
    Map<String, Long> reviewed = new HashMap<>();
    for (Subject subject : cohort.opened()) {
      subject
          .timeline()
          .responses(Tier.SUBSTANTIVE)
          .map(event -> event.by().person().key())
          .distinct()
          .forEach(key -> reviewed.merge(key, 1L, Long::sum));
    }
    return reviewed.values().stream().sorted(Comparator.reverseOrder()).toList();
  }
}
