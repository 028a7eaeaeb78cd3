package io.github.patchlane.core.git.apply;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;

/**
 * Merges two changes of one text by git's rules: changes that touch or overlap are a conflict
 * unless both made the same of it.
 */
final class LineMerge {
  /** Conflicts that so few lines lie between are one. */
  private static final int NEAR = 3;

  private final LineDiff diff;
  private final byte[] base;
  private final byte[] ours;
  private final byte[] theirs;
  private final int[] ourLines;
  private final int[] theirLines;
  private final int baseSize;

  /** Which side's lines a stretch takes. */
  private enum Side {
    OURS,
    THEIRS,
    CONFLICT,
    /** Ours, then theirs. */
    BOTH
  }

  /** A changed stretch, by first line and number of lines on both sides. */
  private static final class Stretch {
    private Side side;
    private final int our;
    private final int their;
    private int ourCount;
    private int theirCount;

    Stretch(Side side, int our, int ourCount, int their, int theirCount) {
      this.side = side;
      this.our = our;
      this.ourCount = ourCount;
      this.their = their;
      this.theirCount = theirCount;
    }

    boolean touches(int ourStart, int theirStart) {
      return ourStart <= our + ourCount || theirStart <= their + theirCount;
    }
  }

  private LineMerge(LineDiff diff, byte[] base, byte[] ours, byte[] theirs) {
    this.diff = diff;
    this.base = base;
    this.ours = ours;
    this.theirs = theirs;
    this.ourLines = starts(ours);
    this.theirLines = starts(theirs);
    this.baseSize = starts(base).length - 1;
  }

  /** The merged text; empty where the two conflict. */
  static Optional<byte[]> merge(LineDiff diff, byte[] base, byte[] ours, byte[] theirs) {
    LineMerge merge = new LineMerge(diff, base, ours, theirs);
    List<Stretch> stretches = merge.stretches();
    boolean conflict = stretches.stream().anyMatch(s -> s.side == Side.CONFLICT && !merge.agree(s));
    return conflict ? Optional.empty() : Optional.of(merge.text(stretches));
  }

  /** The merged text, with the lines of both sides where they conflict, as git's union has it. */
  static byte[] union(LineDiff diff, byte[] base, byte[] ours, byte[] theirs) {
    LineMerge merge = new LineMerge(diff, base, ours, theirs);
    return merge.text(joined(merge.refined(merge.stretches())));
  }

  /** Of conflicts, only what really differs between the two sides. */
  private List<Stretch> refined(List<Stretch> stretches) {
    List<Stretch> refined = new ArrayList<>();
    for (Stretch stretch : stretches) {
      if (stretch.side != Side.CONFLICT) {
        refined.add(stretch);
      } else if (stretch.ourCount == 0 || stretch.theirCount == 0) {
        stretch.side = Side.BOTH;
        refined.add(stretch);
      } else if (agree(stretch)) {
        stretch.side = Side.OURS;
        refined.add(stretch);
      } else {
        for (Edit edit : diff.between(ourText(stretch), theirText(stretch))) {
          refined.add(
              new Stretch(
                  Side.BOTH,
                  stretch.our + edit.getBeginA(),
                  edit.getLengthA(),
                  stretch.their + edit.getBeginB(),
                  edit.getLengthB()));
        }
      }
    }
    return refined;
  }

  private static List<Stretch> joined(List<Stretch> stretches) {
    List<Stretch> joined = new ArrayList<>();
    for (Stretch next : stretches) {
      Stretch last = joined.isEmpty() ? next : joined.get(joined.size() - 1);
      if (last != next
          && last.side == Side.BOTH
          && next.side == Side.BOTH
          && next.our - last.our - last.ourCount <= NEAR) {
        last.ourCount = next.our + next.ourCount - last.our;
        last.theirCount = next.their + next.theirCount - last.their;
      } else {
        joined.add(next);
      }
    }
    return joined;
  }

  private static int[] starts(byte[] text) {
    int[] starts = new int[16];
    int count = 1;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '\n' || i == text.length - 1) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return Arrays.copyOf(starts, count);
  }

  private List<Stretch> stretches() {
    List<Edit> own = diff.between(base, ours);
    List<Edit> other = diff.between(base, theirs);
    List<Stretch> all = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < own.size() && j < other.size()) {
      Edit a = own.get(i);
      Edit b = other.get(j);
      if (a.getEndA() < b.getBeginA()) {
        addOurs(all, a, b.getBeginB() - b.getBeginA() + a.getBeginA());
        i++;
        continue;
      }
      if (b.getEndA() < a.getBeginA()) {
        addTheirs(all, b, a.getBeginB() - a.getBeginA() + b.getBeginA());
        j++;
        continue;
      }
      if (!isSame(a, b)) {
        addConflict(all, a, b);
      }
      if (a.getEndA() >= b.getEndA()) {
        j++;
      }
      if (b.getEndA() >= a.getEndA()) {
        i++;
      }
    }
    for (; i < own.size(); i++) {
      Edit a = own.get(i);
      addOurs(all, a, a.getBeginA() + theirLines.length - 1 - baseSize);
    }
    for (; j < other.size(); j++) {
      Edit b = other.get(j);
      addTheirs(all, b, b.getBeginA() + ourLines.length - 1 - baseSize);
    }
    return all;
  }

  private static void addOurs(List<Stretch> all, Edit a, int their) {
    add(all, Side.OURS, a.getBeginB(), a.getLengthB(), their, a.getLengthA());
  }

  private static void addTheirs(List<Stretch> all, Edit b, int our) {
    add(all, Side.THEIRS, our, b.getLengthA(), b.getBeginB(), b.getLengthB());
  }

  /** Both sides are widened to the same lines of the base. */
  private static void addConflict(List<Stretch> all, Edit a, Edit b) {
    int from = Math.min(a.getBeginA(), b.getBeginA());
    int to = Math.max(a.getEndA(), b.getEndA());
    int our = a.getBeginB() - (a.getBeginA() - from);
    int their = b.getBeginB() - (b.getBeginA() - from);
    add(
        all,
        Side.CONFLICT,
        our,
        a.getEndB() + (to - a.getEndA()) - our,
        their,
        b.getEndB() + (to - b.getEndA()) - their);
  }

  private static void add(
      List<Stretch> all, Side side, int our, int ourCount, int their, int theirCount) {
    Stretch last = all.isEmpty() ? null : all.get(all.size() - 1);
    if (last != null && last.touches(our, their)) {
      last.side = last.side == side ? side : Side.CONFLICT;
      last.ourCount = our + ourCount - last.our;
      last.theirCount = their + theirCount - last.their;
    } else {
      all.add(new Stretch(side, our, ourCount, their, theirCount));
    }
  }

  private boolean isSame(Edit a, Edit b) {
    return a.getBeginA() == b.getBeginA()
        && a.getEndA() == b.getEndA()
        && a.getLengthB() == b.getLengthB()
        && Arrays.equals(
            ours,
            ourLines[a.getBeginB()],
            ourLines[a.getEndB()],
            theirs,
            theirLines[b.getBeginB()],
            theirLines[b.getEndB()]);
  }

  /** Whether both sides made the same of a stretch, though in other steps. */
  private boolean agree(Stretch stretch) {
    if (stretch.ourCount == 0 || stretch.theirCount == 0) {
      return false;
    }
    byte[] own = ourText(stretch);
    byte[] other = theirText(stretch);
    return diff.between(own, other).isEmpty();
  }

  private byte[] ourText(Stretch s) {
    return Arrays.copyOfRange(ours, ourLines[s.our], ourLines[s.our + s.ourCount]);
  }

  private byte[] theirText(Stretch s) {
    return Arrays.copyOfRange(theirs, theirLines[s.their], theirLines[s.their + s.theirCount]);
  }

  private byte[] text(List<Stretch> stretches) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(ours.length + 64);
    int done = 0;
    for (Stretch stretch : stretches) {
      int end = stretch.our + stretch.ourCount;
      if (stretch.side == Side.THEIRS) {
        out.write(ours, ourLines[done], ourLines[stretch.our] - ourLines[done]);
        out.writeBytes(theirText(stretch));
        done = end;
      } else if (stretch.side == Side.BOTH) {
        out.write(ours, ourLines[done], ourLines[end] - ourLines[done]);
        if (stretch.ourCount > 0 && ours[ourLines[end] - 1] != '\n') {
          out.writeBytes(lineEnd(stretch));
        }
        out.writeBytes(theirText(stretch));
        done = end;
      }
    }
    out.write(ours, ourLines[done], ours.length - ourLines[done]);
    return out.toByteArray();
  }

  /** The end for a last line that has none: that of the lines before on both sides. */
  private byte[] lineEnd(Stretch stretch) {
    boolean plain =
        ending(ours, ourLines, stretch.our - 1).equals(LineEnd.PLAIN)
            || ending(theirs, theirLines, stretch.their - 1).equals(LineEnd.PLAIN)
            || !ending(base, starts(base), 0).equals(LineEnd.RETURN);
    return plain ? new byte[] {'\n'} : new byte[] {'\r', '\n'};
  }

  private enum LineEnd {
    PLAIN,
    RETURN,
    UNKNOWN
  }

  /** How a line ends; one that has no end, as the one before it. */
  private static LineEnd ending(byte[] text, int[] starts, int line) {
    int at = Math.max(0, line);
    if (at < starts.length - 1 && text[starts[at + 1] - 1] != '\n') {
      at--;
    }
    if (at < 0 || at >= starts.length - 1) {
      return LineEnd.UNKNOWN;
    }
    int end = starts[at + 1];
    return end - starts[at] > 1 && text[end - 2] == '\r' ? LineEnd.RETURN : LineEnd.PLAIN;
  }
}
