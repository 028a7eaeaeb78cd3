package io.github.patchlane.core.diff;

import io.github.patchlane.core.diff.MyersDiff.Box;
import java.util.Optional;

/**
 * Where to cut a comparison in two: the middle of a shortest edit script, searched from both ends
 * (Myers 1986), given up at the costs at which git gives up.
 */
final class MiddleSnake {
  /** From this many edits on, a long enough run of equal lines is good enough. */
  private static final int PATIENCE = 256;

  private static final int LONG_RUN = 20;
  private static final int RUN_WORTH = 4;
  private static final int FAR = Integer.MAX_VALUE;

  private final int[] a;
  private final int[] b;
  private final int dearest;
  private final int[] forward;
  private final int[] backward;
  private final int zero;

  MiddleSnake(int[] a, int[] b) {
    this.a = a;
    this.b = b;
    int diagonals = a.length + b.length + 3;
    this.dearest = Math.max(MyersDiff.roughRoot(diagonals), PATIENCE);
    this.forward = new int[diagonals + 1];
    this.backward = new int[diagonals + 1];
    this.zero = b.length + 1;
  }

  /**
   * @param minimalLow whether the part before has to be searched without giving up
   */
  record Split(int a, int b, boolean minimalLow, boolean minimalHigh) {}

  /** The box without what is equal at its ends. */
  Box trimmed(Box box) {
    int fromA = box.fromA();
    int fromB = box.fromB();
    int toA = box.toA();
    int toB = box.toB();
    while (fromA < toA && fromB < toB && a[fromA] == b[fromB]) {
      fromA++;
      fromB++;
    }
    while (fromA < toA && fromB < toB && a[toA - 1] == b[toB - 1]) {
      toA--;
      toB--;
    }
    return new Box(fromA, toA, fromB, toB);
  }

  Split split(Box box, boolean minimal) {
    return new Search(box).run(minimal);
  }

  /** Diagonal d holds the places with a − b = d; of each the furthest place reached is known. */
  private final class Search {
    private final Box box;
    private final int lowest;
    private final int highest;
    private final int startDiagonal;
    private final int endDiagonal;
    private int forwardLow;
    private int forwardHigh;
    private int backwardLow;
    private int backwardHigh;
    private boolean longRun;

    Search(Box box) {
      this.box = box;
      lowest = box.fromA() - box.toB();
      highest = box.toA() - box.fromB();
      startDiagonal = box.fromA() - box.fromB();
      endDiagonal = box.toA() - box.toB();
      forwardLow = startDiagonal;
      forwardHigh = startDiagonal;
      backwardLow = endDiagonal;
      backwardHigh = endDiagonal;
      forward[zero + startDiagonal] = box.fromA();
      backward[zero + endDiagonal] = box.toA();
    }

    Split run(boolean minimal) {
      boolean odd = ((startDiagonal - endDiagonal) & 1) != 0;
      for (int cost = 1; ; cost++) {
        longRun = false;
        Optional<Split> met = stepForward(odd);
        if (met.isEmpty()) {
          met = stepBackward(!odd);
        }
        if (met.isEmpty() && !minimal && longRun && cost > PATIENCE) {
          met = longRunForward(cost);
          if (met.isEmpty()) {
            met = longRunBackward(cost);
          }
        }
        if (met.isPresent()) {
          return met.get();
        }
        if (!minimal && cost >= dearest) {
          return furthest();
        }
      }
    }

    private Optional<Split> stepForward(boolean mayMeet) {
      if (forwardLow > lowest) {
        forward[zero + --forwardLow - 1] = -1;
      } else {
        forwardLow++;
      }
      if (forwardHigh < highest) {
        forward[zero + ++forwardHigh + 1] = -1;
      } else {
        forwardHigh--;
      }
      for (int d = forwardHigh; d >= forwardLow; d -= 2) {
        int i = Math.max(forward[zero + d - 1] + 1, forward[zero + d + 1]);
        int first = i;
        while (i < box.toA() && i - d < box.toB() && a[i] == b[i - d]) {
          i++;
        }
        longRun |= i - first > LONG_RUN;
        forward[zero + d] = i;
        if (mayMeet && backwardLow <= d && d <= backwardHigh && backward[zero + d] <= i) {
          return Optional.of(new Split(i, i - d, true, true));
        }
      }
      return Optional.empty();
    }

    private Optional<Split> stepBackward(boolean mayMeet) {
      if (backwardLow > lowest) {
        backward[zero + --backwardLow - 1] = FAR;
      } else {
        backwardLow++;
      }
      if (backwardHigh < highest) {
        backward[zero + ++backwardHigh + 1] = FAR;
      } else {
        backwardHigh--;
      }
      for (int d = backwardHigh; d >= backwardLow; d -= 2) {
        int i = Math.min(backward[zero + d - 1], backward[zero + d + 1] - 1);
        int first = i;
        while (i > box.fromA() && i - d > box.fromB() && a[i - 1] == b[i - d - 1]) {
          i--;
        }
        longRun |= first - i > LONG_RUN;
        backward[zero + d] = i;
        if (mayMeet && forwardLow <= d && d <= forwardHigh && i <= forward[zero + d]) {
          return Optional.of(new Split(i, i - d, true, true));
        }
      }
      return Optional.empty();
    }

    private Optional<Split> longRunForward(int cost) {
      int best = 0;
      Optional<Split> found = Optional.empty();
      for (int d = forwardHigh; d >= forwardLow; d -= 2) {
        int i = forward[zero + d];
        int j = i - d;
        int gain = (i - box.fromA()) + (j - box.fromB()) - Math.abs(d - startDiagonal);
        if (gain > RUN_WORTH * cost
            && gain > best
            && box.fromA() + LONG_RUN <= i
            && i < box.toA()
            && box.fromB() + LONG_RUN <= j
            && j < box.toB()
            && equalRun(i - LONG_RUN, j - LONG_RUN)) {
          best = gain;
          found = Optional.of(new Split(i, j, true, false));
        }
      }
      return found;
    }

    private Optional<Split> longRunBackward(int cost) {
      int best = 0;
      Optional<Split> found = Optional.empty();
      for (int d = backwardHigh; d >= backwardLow; d -= 2) {
        int i = backward[zero + d];
        int j = i - d;
        int gain = (box.toA() - i) + (box.toB() - j) - Math.abs(d - endDiagonal);
        if (gain > RUN_WORTH * cost
            && gain > best
            && box.fromA() < i
            && i <= box.toA() - LONG_RUN
            && box.fromB() < j
            && j <= box.toB() - LONG_RUN
            && equalRun(i, j)) {
          best = gain;
          found = Optional.of(new Split(i, j, false, true));
        }
      }
      return found;
    }

    private boolean equalRun(int i, int j) {
      for (int k = 0; k < LONG_RUN; k++) {
        if (a[i + k] != b[j + k]) {
          return false;
        }
      }
      return true;
    }

    /** The place where one of the two searches came furthest. */
    private Split furthest() {
      int fromStart = -1;
      int startA = -1;
      for (int d = forwardHigh; d >= forwardLow; d -= 2) {
        int i = Math.min(Math.min(forward[zero + d], box.toA()), box.toB() + d);
        if (fromStart < i + i - d) {
          fromStart = i + i - d;
          startA = i;
        }
      }
      int fromEnd = FAR;
      int endA = FAR;
      for (int d = backwardHigh; d >= backwardLow; d -= 2) {
        int i = Math.max(Math.max(backward[zero + d], box.fromA()), box.fromB() + d);
        if (i + i - d < fromEnd) {
          fromEnd = i + i - d;
          endA = i;
        }
      }
      return box.toA() + box.toB() - fromEnd < fromStart - (box.fromA() + box.fromB())
          ? new Split(startA, fromStart - startA, true, false)
          : new Split(endA, fromEnd - endA, false, true);
    }
  }
}
