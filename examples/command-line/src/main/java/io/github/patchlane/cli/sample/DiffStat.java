package io.github.patchlane.cli.sample;

import java.util.ArrayList;
import java.util.List;

/** The diffstat below the three dashes and in covers. */
final class DiffStat {
  private static final int GRAPH = 40;

  private DiffStat() {}

  static List<String> of(List<FileDiff> diffs) {
    int width = diffs.stream().mapToInt(diff -> diff.path().length()).max().orElse(0);
    int most = diffs.stream().mapToInt(diff -> diff.added() + diff.removed()).max().orElse(1);
    int added = 0;
    int removed = 0;
    List<String> lines = new ArrayList<>();
    for (FileDiff diff : diffs) {
      added += diff.added();
      removed += diff.removed();
      String count = String.valueOf(diff.added() + diff.removed());
      lines.add(
          " "
              + diff.path()
              + " ".repeat(width - diff.path().length())
              + " | "
              + " ".repeat(Math.max(0, String.valueOf(most).length() - count.length()))
              + count
              + " "
              + "+".repeat(scaled(diff.added(), most))
              + "-".repeat(scaled(diff.removed(), most)));
    }
    StringBuilder sum =
        new StringBuilder(" " + diffs.size() + plural(diffs.size(), " file", "s") + " changed");
    if (added > 0 || removed == 0) {
      sum.append(", ").append(added).append(plural(added, " insertion", "s")).append("(+)");
    }
    if (removed > 0) {
      sum.append(", ").append(removed).append(plural(removed, " deletion", "s")).append("(-)");
    }
    lines.add(sum.toString());
    for (FileDiff diff : diffs) {
      if (diff.created()) {
        lines.add(" create mode 100644 " + diff.path());
      }
    }
    return lines;
  }

  private static int scaled(int count, int most) {
    return most <= GRAPH ? count : (count * GRAPH + most - 1) / most;
  }

  private static String plural(int count, String noun, String ending) {
    return count == 1 ? noun : noun + ending;
  }
}
