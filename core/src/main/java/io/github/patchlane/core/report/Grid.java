package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.Exclusion;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * A table.
 *
 * @param caption what it shows
 * @param metrics whose numbers it gives
 * @param headers one a column; the first column names the row
 * @param texts how many of the first columns are text and not figures
 */
record Grid(
    String caption,
    List<Measures> metrics,
    List<String> headers,
    int texts,
    List<List<Cell>> rows) {
  Grid {
    Objects.requireNonNull(caption);
    metrics = List.copyOf(metrics);
    headers = List.copyOf(headers);
    rows = rows.stream().map(List::copyOf).toList();
  }

  /** How much was left out, and why. */
  static Grid leftOut(String caption, List<Exclusion> excluded) {
    return new Grid(
        caption,
        List.of(),
        List.of("Of", "Reason", "Count"),
        2,
        excluded.stream()
            .map(
                e ->
                    List.of(
                        Cell.of(e.metric().orElse("all metrics")),
                        Cell.of(e.reason()),
                        Cell.of(Wording.count(e.count()))))
            .toList());
  }

  /** One field: its text, and what else the page can show of it. */
  record Cell(String text, String detail, OptionalDouble bar) {
    Cell {
      Objects.requireNonNull(text);
      Objects.requireNonNull(detail);
      Objects.requireNonNull(bar);
    }

    static Cell of(String text) {
      return of(text, "");
    }

    /** A figure with its interval, which stands below it in smaller print. */
    static Cell of(String text, String detail) {
      return new Cell(text, detail, OptionalDouble.empty());
    }

    /** A share, from 0 to 1, to be seen as a bar too. */
    static Cell bar(String text, double share) {
      return new Cell(text, "", OptionalDouble.of(share));
    }
  }
}
