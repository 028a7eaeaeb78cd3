package io.github.patchlane.core.diff;

/**
 * How badly a run of changed lines is placed, judged by the indents and blank lines at both of its
 * edges. The weights are git's; they were found by fitting people's choices.
 *
 * @param indent of the lines below both edges, added up
 * @param penalty added up over both edges
 */
record IndentScore(int indent, int penalty) {
  private static final int INDENT_WEIGHT = 60;
  private static final int START_OF_FILE = 1;
  private static final int END_OF_FILE = 21;
  private static final int BLANK_LINE = -30;
  private static final int BLANK_LINE_BELOW = 6;
  private static final int MAX_BLANKS = 20;

  /** The indent that a run of blank lines leads to, and their number. */
  private record Beyond(int indent, int blanks) {}

  static IndentScore of(NumberedLines lines, int lowerEdge, int upperEdge) {
    IndentScore lower = edge(lines, lowerEdge);
    IndentScore upper = edge(lines, upperEdge);
    return new IndentScore(lower.indent + upper.indent, lower.penalty + upper.penalty);
  }

  boolean isNoWorseThan(IndentScore other) {
    return INDENT_WEIGHT * Integer.compare(indent, other.indent) + penalty - other.penalty <= 0;
  }

  private static IndentScore edge(NumberedLines lines, int edge) {
    boolean atEnd = edge >= lines.size();
    int own = atEnd ? NumberedLines.BLANK : lines.indent(edge);
    Beyond above = beyond(lines, edge - 1, -1);
    Beyond below = beyond(lines, edge + 1, 1);
    int blanksBelow = own == NumberedLines.BLANK ? 1 + below.blanks() : 0;
    int blanks = above.blanks() + blanksBelow;
    int indent = own == NumberedLines.BLANK ? below.indent() : own;
    int penalty = BLANK_LINE * blanks + BLANK_LINE_BELOW * blanksBelow;
    if (above.indent() == NumberedLines.BLANK && above.blanks() == 0) {
      penalty += START_OF_FILE;
    }
    if (atEnd) {
      penalty += END_OF_FILE;
    }
    return new IndentScore(
        indent, penalty + step(above.indent(), indent, below.indent(), blanks > 0));
  }

  /** What it costs to cut where the indent changes. */
  private static int step(int above, int here, int below, boolean blanks) {
    if (here == NumberedLines.BLANK || above == NumberedLines.BLANK || here == above) {
      return 0;
    }
    if (here > above) {
      return blanks ? 10 : -4;
    }
    if (below > here) {
      return blanks ? 17 : 24;
    }
    return blanks ? 17 : 23;
  }

  private static Beyond beyond(NumberedLines lines, int from, int step) {
    int blanks = 0;
    for (int i = from; i >= 0 && i < lines.size(); i += step) {
      int indent = lines.indent(i);
      if (indent != NumberedLines.BLANK) {
        return new Beyond(indent, blanks);
      }
      blanks++;
      if (blanks == MAX_BLANKS) {
        return new Beyond(0, blanks);
      }
    }
    return new Beyond(NumberedLines.BLANK, blanks);
  }
}
