package io.github.patchlane.core.report;

import java.util.ArrayList;
import java.util.List;

/** Columns set flush for a fixed-width screen: the first to the left, figures to the right. */
final class Table {
  private final List<List<String>> rows = new ArrayList<>();
  private final int leftAligned;

  /**
   * @param leftAligned how many of the first columns are text
   */
  Table(int leftAligned) {
    this.leftAligned = leftAligned;
  }

  void row(List<String> cells) {
    rows.add(List.copyOf(cells));
  }

  void print(StringBuilder text) {
    int columns = rows.stream().mapToInt(List::size).max().orElse(0);
    int[] widths = new int[columns];
    for (List<String> row : rows) {
      for (int i = 0; i < row.size(); i++) {
        widths[i] = Math.max(widths[i], width(row.get(i)));
      }
    }
    for (List<String> row : rows) {
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < row.size(); i++) {
        String gap = " ".repeat(widths[i] - width(row.get(i)));
        line.append(i == 0 ? "" : "  ");
        line.append(i < leftAligned ? row.get(i) + gap : gap + row.get(i));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
  }

  private static int width(String cell) {
    return cell.codePointCount(0, cell.length());
  }
}
