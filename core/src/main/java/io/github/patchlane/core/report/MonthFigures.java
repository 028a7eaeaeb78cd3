package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.Cohort;
import io.github.patchlane.core.metrics.Group;
import io.github.patchlane.core.metrics.GroupBy;
import io.github.patchlane.core.metrics.LatencyReport;
import io.github.patchlane.core.metrics.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.TreeMap;

/**
 * What was opened in one month, and how it was received.
 *
 * @param month {@code 2024-01}
 * @param response the median in seconds; empty where it is not reached yet
 * @param ignored the share; empty where the month is too near to tell
 */
record MonthFigures(
    String month, List<Subject> opened, OptionalDouble response, OptionalDouble ignored) {
  MonthFigures {
    Objects.requireNonNull(month);
    opened = List.copyOf(opened);
    Objects.requireNonNull(response);
    Objects.requireNonNull(ignored);
  }

  /** By month, those in which nothing was opened left out. */
  static List<MonthFigures> of(LatencyReport report) {
    Map<String, List<Subject>> months = new TreeMap<>();
    for (Subject subject : report.everything().opened()) {
      months.computeIfAbsent(subject.strata().month(), m -> new ArrayList<>()).add(subject);
    }
    List<MonthFigures> figures = new ArrayList<>();
    months.forEach(
        (month, opened) -> {
          Cohort cohort =
              new Cohort(new Group(GroupBy.MONTH, month), opened, List.of(), report.options());
          figures.add(
              new MonthFigures(
                  month,
                  opened,
                  Measures.FIRST_RESPONSE.survival(cohort).quantile(0.5),
                  Measures.IGNORED.probability(cohort).value()));
        });
    return List.copyOf(figures);
  }

  int year() {
    return Integer.parseInt(month.substring(0, 4));
  }

  /** From 1. */
  int monthOfYear() {
    return Integer.parseInt(month.substring(5));
  }
}
