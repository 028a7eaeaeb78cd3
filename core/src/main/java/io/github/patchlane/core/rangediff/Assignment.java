package io.github.patchlane.core.rangediff;

import java.util.Arrays;

/**
 * The cheapest way to give each row a column of its own, in a square of costs: the algorithm of
 * Jonker and Volgenant (1987), which first reduces columns and rows and then augments along
 * shortest paths. Among equally cheap ways it takes the one that git takes. Cubic at worst, in
 * memory linear beside the costs.
 */
final class Assignment {
  private static final int NONE = -1;

  private final int size;

  /** By row, then column. */
  private final int[][] costs;

  private final int[] rowOf;
  private final int[] columnOf;
  private final int[] prices;
  private final int[] free;
  private int freeCount;

  private Assignment(int[][] costs) {
    this.size = costs.length;
    this.costs = costs;
    this.rowOf = new int[size];
    this.columnOf = new int[size];
    this.prices = new int[size];
    this.free = new int[size];
    Arrays.fill(rowOf, NONE);
    Arrays.fill(columnOf, NONE);
  }

  /**
   * Assigns rows to columns at the least cost.
   *
   * @param costs as many rows as columns, no cost so large that two of them overflow
   * @return the row of each column
   */
  static int[] rowsOfColumns(int[][] costs) {
    Assignment assignment = new Assignment(costs);
    if (assignment.size < 2) {
      return new int[assignment.size];
    }
    boolean[] contested = assignment.reduceColumns();
    assignment.transferReductions(contested);
    if (assignment.freeCount > 0) {
      assignment.reduceRows();
      assignment.reduceRows();
      assignment.augmentAll();
    }
    return assignment.rowOf;
  }

  private int reduced(int row, int column) {
    return costs[row][column] - prices[column];
  }

  /** Gives each column, the last first, its cheapest row; which rows are wanted more than once. */
  private boolean[] reduceColumns() {
    boolean[] contested = new boolean[size];
    for (int column = size - 1; column >= 0; column--) {
      int cheapest = 0;
      for (int row = 1; row < size; row++) {
        if (costs[cheapest][column] > costs[row][column]) {
          cheapest = row;
        }
      }
      prices[column] = costs[cheapest][column];
      if (columnOf[cheapest] == NONE) {
        columnOf[cheapest] = column;
        rowOf[column] = cheapest;
      } else {
        contested[cheapest] = true;
      }
    }
    return contested;
  }

  /** Rows that one column only wanted let it go down in price as far as nothing changes. */
  private void transferReductions(boolean[] contested) {
    for (int row = 0; row < size; row++) {
      int own = columnOf[row];
      if (own == NONE) {
        free[freeCount++] = row;
      } else if (!contested[row]) {
        int least = Integer.MAX_VALUE;
        for (int column = 0; column < size; column++) {
          if (column != own) {
            least = Math.min(least, reduced(row, column));
          }
        }
        prices[own] -= least;
      }
    }
  }

  /** Each free row takes its cheapest column, and turns out the row that had it. */
  private void reduceRows() {
    int waiting = freeCount;
    int next = 0;
    freeCount = 0;
    while (next < waiting) {
      int row = free[next++];
      int first = 0;
      int second = NONE;
      int firstCost = reduced(row, 0);
      int secondCost = Integer.MAX_VALUE;
      for (int column = 1; column < size; column++) {
        int cost = reduced(row, column);
        if (cost < secondCost) {
          if (firstCost < cost) {
            secondCost = cost;
            second = column;
          } else {
            secondCost = firstCost;
            second = first;
            firstCost = cost;
            first = column;
          }
        }
      }
      int turnedOut = rowOf[first];
      if (firstCost < secondCost) {
        prices[first] -= secondCost - firstCost;
      } else if (turnedOut != NONE) {
        first = second;
        turnedOut = rowOf[first];
      }
      if (turnedOut != NONE) {
        if (firstCost < secondCost) {
          free[--next] = turnedOut;
        } else {
          free[freeCount++] = turnedOut;
        }
      }
      columnOf[row] = first;
      rowOf[first] = row;
    }
  }

  private void augmentAll() {
    for (int i = 0; i < freeCount; i++) {
      new Path(free[i]).augment();
    }
  }

  /** The cheapest chain of exchanges that ends in a column nobody has. */
  private final class Path {
    private final int start;
    private final int[] distance = new int[size];
    private final int[] before = new int[size];

    /** Columns: done up to {@link #low}, nearest up to {@link #up}, then the others. */
    private final int[] order = new int[size];

    private int low;
    private int up;
    private int nearest;

    Path(int start) {
      this.start = start;
      for (int column = 0; column < size; column++) {
        distance[column] = reduced(start, column);
        before[column] = start;
        order[column] = column;
      }
    }

    void augment() {
      int end = NONE;
      int done = 0;
      while (end == NONE) {
        if (low == up) {
          done = low;
          end = findNearest();
        }
        if (end == NONE) {
          end = scan(order[low++]);
        }
      }
      for (int k = 0; k < done; k++) {
        prices[order[k]] += distance[order[k]] - nearest;
      }
      int column = end;
      int row;
      do {
        row = before[column];
        rowOf[column] = row;
        int left = columnOf[row];
        columnOf[row] = column;
        column = left;
      } while (row != start);
    }

    /** Puts the nearest columns next; one that is free, where there is. */
    private int findNearest() {
      nearest = distance[order[up++]];
      for (int k = up; k < size; k++) {
        int column = order[k];
        if (distance[column] <= nearest) {
          if (distance[column] < nearest) {
            up = low;
            nearest = distance[column];
          }
          order[k] = order[up];
          order[up++] = column;
        }
      }
      for (int k = low; k < up; k++) {
        if (rowOf[order[k]] == NONE) {
          return order[k];
        }
      }
      return NONE;
    }

    /** What gets nearer by way of this column; a free one that is as near as can be, if any. */
    private int scan(int through) {
      int row = rowOf[through];
      int offset = reduced(row, through) - nearest;
      for (int k = up; k < size; k++) {
        int column = order[k];
        int cost = reduced(row, column) - offset;
        if (cost < distance[column]) {
          distance[column] = cost;
          before[column] = row;
          if (cost == nearest) {
            if (rowOf[column] == NONE) {
              return column;
            }
            order[k] = order[up];
            order[up++] = column;
          }
        }
      }
      return NONE;
    }
  }
}
