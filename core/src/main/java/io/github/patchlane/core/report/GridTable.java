package io.github.patchlane.core.report;

import io.github.patchlane.core.report.Grid.Cell;
import java.util.List;

/** The head and rows of a table. */
final class GridTable {
  private final Markup page;

  GridTable(Markup page) {
    this.page = page;
  }

  void write(Grid grid) {
    page.open("thead").open("tr");
    for (int i = 0; i < grid.headers().size(); i++) {
      page.leaf("th", grid.headers().get(i), "scope", "col", "class", kind(i, grid));
    }
    page.close().closeLine();
    page.open("tbody").line();
    for (List<Cell> row : grid.rows()) {
      page.open("tr");
      for (int i = 0; i < row.size(); i++) {
        if (i == 0) {
          page.leaf("th", row.get(i).text(), "scope", "row");
        } else {
          page.open("td", "class", kind(i, grid));
          write(row.get(i));
          page.close();
        }
      }
      page.closeLine();
    }
    page.closeLine();
  }

  private void write(Cell cell) {
    if (cell.bar().isPresent()) {
      double width = 100 * cell.bar().getAsDouble();
      page.open("svg", "class", "bar", "viewBox", "0 0 100 8", "aria-hidden", "true");
      page.empty("rect", "class", "track", "width", "100", "height", "8");
      page.empty("rect", "width", Figures.rounded(width, 1).toPlainString(), "height", "8");
      page.close();
      page.leaf("span", cell.text(), "class", "value");
    } else {
      page.text(cell.text());
    }
    if (!cell.detail().isEmpty()) {
      page.leaf("small", cell.detail());
    }
  }

  private static String kind(int column, Grid grid) {
    return column < grid.texts() ? "text" : "number";
  }
}
