package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.MetricResult.Survival;
import io.github.patchlane.core.report.Grid.Cell;
import java.util.ArrayList;
import java.util.List;

/**
 * How long until anybody answers, until somebody answers on the change, until a maintainer does.
 */
final class AnswerKinds {
  private static final List<Measures> KINDS =
      List.of(Measures.FIRST_RESPONSE, Measures.FIRST_REVIEW, Measures.MAINTAINER_REVIEW);

  private AnswerKinds() {}

  static Grid of(TrialReport report) {
    List<List<Cell>> rows = new ArrayList<>();
    for (LaneReport lane : report.lanes()) {
      for (Measures kind : KINDS) {
        if (kind != Measures.MAINTAINER_REVIEW || lane.maintainersKnown()) {
          Survival waits = kind.survival(lane.latency().everything());
          rows.add(
              List.of(
                  Cell.of((report.lanes().size() > 1 ? lane.name() + ": " : "") + text(kind)),
                  Cell.of(Wording.count(waits.n())),
                  Cell.of(Wording.count(waits.events())),
                  Cell.of(Wording.median(waits), Wording.medianInterval(waits)),
                  Cell.of(Figures.duration(waits.quantile(0.9)))));
        }
      }
    }
    return new Grid(
        "Kinds of answer, with 95 % intervals",
        KINDS.stream().filter(report.told()::contains).toList(),
        List.of("Answer", "Waits", "Answered", "Median", "90 %"),
        1,
        rows);
  }

  private static String text(Measures kind) {
    return switch (kind) {
      case FIRST_REVIEW -> "on the diff, or a verdict";
      case MAINTAINER_REVIEW -> "such, by a maintainer";
      default -> "any, by anybody";
    };
  }
}
