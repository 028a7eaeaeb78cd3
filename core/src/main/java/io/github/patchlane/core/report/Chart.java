package io.github.patchlane.core.report;

import io.github.patchlane.core.report.Grid.Cell;
import io.github.patchlane.core.statistics.KaplanMeier;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A picture of curves over time, and the same as figures.
 *
 * @param id unique on the page
 * @param title what it shows
 * @param description what can be read off it, for who cannot see it
 * @param vertical what the height means
 * @param atRisk who was still watched, for the table below the picture
 */
record Chart(
    String id,
    String title,
    String description,
    Measures metric,
    String vertical,
    TimeAxis axis,
    List<Curve> curves,
    List<AtRisk> atRisk) {
  Chart {
    Objects.requireNonNull(id);
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(metric);
    Objects.requireNonNull(vertical);
    Objects.requireNonNull(axis);
    curves = List.copyOf(curves);
    atRisk = List.copyOf(atRisk);
  }

  /** How many were still waiting under watch. */
  record AtRisk(String name, KaplanMeier estimate) {
    AtRisk {
      Objects.requireNonNull(name);
      Objects.requireNonNull(estimate);
    }

    /** Just before a time. */
    int at(double time) {
      return estimate.steps().stream()
          .filter(step -> step.time() >= time)
          .mapToInt(KaplanMeier.Step::atRisk)
          .findFirst()
          .orElse(0);
    }
  }

  /** The curves as a table. */
  Grid readings() {
    List<String> headers = new ArrayList<>(List.of("After"));
    atRisk.forEach(risk -> headers.add(atRisk.size() > 1 ? "At risk: " + risk.name() : "At risk"));
    curves.forEach(curve -> headers.add(curve.name()));
    List<List<Cell>> rows = new ArrayList<>();
    for (double tick : axis.ticks().subList(1, axis.ticks().size())) {
      List<Cell> row = new ArrayList<>(List.of(Cell.of(TimeAxis.label(tick))));
      atRisk.forEach(risk -> row.add(Cell.of(Wording.count(risk.at(tick)))));
      curves.forEach(curve -> row.add(reading(curve, tick)));
      rows.add(row);
    }
    return new Grid(title + ": " + vertical, List.of(metric), headers, 1, rows);
  }

  private static Cell reading(Curve curve, double time) {
    return curve
        .at(time)
        .map(
            knot ->
                Cell.of(
                    Figures.percent(knot.share()),
                    knot.lower() < knot.upper()
                        ? Figures.percent(knot.lower()) + " to " + Figures.percent(knot.upper())
                        : ""))
        .orElse(Cell.of(Figures.NOT_REACHED));
  }
}
