package io.github.patchlane.core.diff;

/**
 * Slides each run of changed lines on one side to its best place. A run may move past a line that
 * equals its other end; where runs meet they become one. A run that can stand beside a change of
 * the other side does so; else the indents around it decide, among the last hundred places.
 */
final class ChangeGroups {
  private static final int FURTHEST_SLIDE = 100;

  private final NumberedLines own;
  private final Group group;
  private final Group other;
  private final boolean byIndent;

  /** A run of changed lines, or the empty place between two unchanged ones. */
  private static final class Group {
    private final NumberedLines side;
    private int start;
    private int end;

    Group(NumberedLines side) {
      this.side = side;
      extendDown();
    }

    boolean isEmpty() {
      return start == end;
    }

    boolean next() {
      if (end == side.size()) {
        return false;
      }
      start = end + 1;
      end = start;
      extendDown();
      return true;
    }

    void previous() {
      end = start - 1;
      start = end;
      extendUp();
    }

    boolean slideDown() {
      if (end >= side.size() || !side.same(start, end)) {
        return false;
      }
      side.mark(start++, false);
      side.mark(end++, true);
      extendDown();
      return true;
    }

    boolean slideUp() {
      if (start == 0 || !side.same(start - 1, end - 1)) {
        return false;
      }
      side.mark(--start, true);
      side.mark(--end, false);
      extendUp();
      return true;
    }

    private void extendDown() {
      while (side.changed(end)) {
        end++;
      }
    }

    private void extendUp() {
      while (side.changed(start - 1)) {
        start--;
      }
    }
  }

  /**
   * @param byIndent whether indents decide; else a run stays at its last place, as in merges
   */
  ChangeGroups(NumberedLines own, NumberedLines other, boolean byIndent) {
    this.own = own;
    this.byIndent = byIndent;
    this.group = new Group(own);
    this.other = new Group(other);
  }

  void slide() {
    do {
      if (!group.isEmpty()) {
        slideOne();
      }
    } while (group.next() && other.next());
  }

  private void slideOne() {
    int size;
    int earliestEnd;
    boolean besideOther;
    do {
      size = group.end - group.start;
      while (group.slideUp()) {
        other.previous();
      }
      earliestEnd = group.end;
      besideOther = !other.isEmpty();
      while (group.slideDown()) {
        other.next();
        besideOther |= !other.isEmpty();
      }
    } while (size != group.end - group.start);
    if (group.end == earliestEnd) {
      return;
    }
    if (besideOther) {
      while (other.isEmpty()) {
        moveUp();
      }
    } else if (byIndent) {
      int best = bestEnd(earliestEnd, size);
      while (group.end > best) {
        moveUp();
      }
    }
  }

  private void moveUp() {
    group.slideUp();
    other.previous();
  }

  private int bestEnd(int earliestEnd, int size) {
    int first = Math.max(earliestEnd, group.end - Math.min(size + 1, FURTHEST_SLIDE));
    int best = first;
    IndentScore bestScore = IndentScore.of(own, first, first - size);
    for (int end = first + 1; end <= group.end; end++) {
      IndentScore score = IndentScore.of(own, end, end - size);
      if (score.isNoWorseThan(bestScore)) {
        best = end;
        bestScore = score;
      }
    }
    return best;
  }
}
