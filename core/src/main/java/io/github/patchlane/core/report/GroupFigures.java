package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.Cohort;
import io.github.patchlane.core.metrics.MetricResult.Probability;
import io.github.patchlane.core.metrics.MetricResult.Share;
import io.github.patchlane.core.metrics.MetricResult.Survival;
import io.github.patchlane.core.report.Grid.Cell;
import java.util.List;
import java.util.Objects;

/** How one group of contributions fares, as a row of a table. */
record GroupFigures(
    String name,
    int contributions,
    Survival response,
    Probability ignored,
    Survival landing,
    Share coverage) {
  static final List<String> HEADERS =
      List.of("Opened", "First response", "None by day 30", "Landing", "Reviewed");
  static final List<Measures> METRICS =
      List.of(Measures.FIRST_RESPONSE, Measures.IGNORED, Measures.LANDING, Measures.COVERAGE);

  GroupFigures {
    Objects.requireNonNull(name);
    Objects.requireNonNull(response);
    Objects.requireNonNull(ignored);
    Objects.requireNonNull(landing);
    Objects.requireNonNull(coverage);
  }

  static GroupFigures of(String name, Cohort cohort) {
    return new GroupFigures(
        name,
        cohort.opened().size(),
        Measures.FIRST_RESPONSE.survival(cohort),
        Measures.IGNORED.probability(cohort),
        Measures.LANDING.survival(cohort),
        Measures.COVERAGE.share(cohort));
  }

  List<Cell> row() {
    return List.of(
        Cell.of(name),
        Cell.of(Wording.count(contributions)),
        Cell.of(Wording.median(response), Wording.medianInterval(response)),
        Cell.of(Wording.percent(ignored.value()), Wording.interval(ignored)),
        Cell.of(Wording.median(landing), Wording.medianInterval(landing)),
        Cell.of(Wording.percent(coverage.value()), Wording.interval(coverage)));
  }
}
