package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.diff.DiffStat;
import io.github.patchlane.core.diff.FileDiff;
import io.github.patchlane.core.diff.UnifiedDiff;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The lines below a patch's three dashes, laid out as {@code git format-patch} does. */
final class DiffStatText {
  private static final int WIDTH = 72;
  private static final int LONGEST_NAME = 50;

  private DiffStatText() {}

  /** One patch's. */
  static String of(UnifiedDiff diff) {
    return of(List.of(diff));
  }

  /** A whole series', a file that several patches touch counted together. */
  static String of(List<UnifiedDiff> diffs) {
    Map<String, Row> rows = new LinkedHashMap<>();
    List<String> modes = new ArrayList<>();
    for (UnifiedDiff diff : diffs) {
      for (FileDiff file : diff.files()) {
        DiffStat stat = file.stat();
        boolean binary =
            file.content() != FileDiff.Content.TEXT
                && file.content() != FileDiff.Content.BINARY_OMITTED;
        Row row = new Row(name(file), stat.added(), stat.removed(), binary);
        rows.merge(row.name, row, Row::and);
        mode(file, modes);
      }
    }
    return rows.isEmpty() ? "" : table(List.copyOf(rows.values())) + String.join("", modes);
  }

  private record Row(String name, int added, int removed, boolean binary) {
    private Row and(Row other) {
      return new Row(name, added + other.added, removed + other.removed, binary || other.binary);
    }

    private int changed() {
      return added + removed;
    }
  }

  private static String table(List<Row> rows) {
    int longest = rows.stream().mapToInt(r -> r.name.length()).max().orElse(0);
    int names = Math.min(longest, LONGEST_NAME);
    int most = rows.stream().mapToInt(Row::changed).max().orElse(0);
    int numbers = Math.max(String.valueOf(most).length(), anyBinary(rows) ? 3 : 1);
    int graph = Math.max(6, WIDTH - names - numbers - 6);
    StringBuilder out = new StringBuilder();
    for (Row row : rows) {
      out.append(' ').append(fitted(row.name, names)).append(" | ");
      if (row.binary) {
        out.append("Bin\n");
        continue;
      }
      String count = String.valueOf(row.changed());
      out.append(" ".repeat(numbers - count.length())).append(count);
      String bar = bar(row, most, graph);
      out.append(bar.isEmpty() ? "" : " ").append(bar).append('\n');
    }
    return out.append(summary(rows)).toString();
  }

  private static boolean anyBinary(List<Row> rows) {
    return rows.stream().anyMatch(Row::binary);
  }

  private static String fitted(String name, int width) {
    if (name.length() <= width) {
      return name + " ".repeat(width - name.length());
    }
    String tail = name.substring(name.length() - (width - 3));
    int slash = tail.indexOf('/');
    String shown = "..." + (slash >= 0 ? tail.substring(slash) : tail);
    return shown + " ".repeat(width - shown.length());
  }

  private static String bar(Row row, int most, int width) {
    int added = row.added;
    int removed = row.removed;
    if (most > width) {
      int total = scaled(added + removed, most, width);
      if (total < 2 && added > 0 && removed > 0) {
        total = 2;
      }
      if (added < removed) {
        added = scaled(added, most, width);
        removed = total - added;
      } else {
        removed = scaled(removed, most, width);
        added = total - removed;
      }
    }
    return "+".repeat(added) + "-".repeat(removed);
  }

  private static int scaled(int count, int most, int width) {
    return count == 0 ? 0 : 1 + (int) ((long) count * (width - 1) / most);
  }

  private static String summary(List<Row> rows) {
    int added = rows.stream().mapToInt(Row::added).sum();
    int removed = rows.stream().mapToInt(Row::removed).sum();
    StringBuilder out = new StringBuilder(" " + count(rows.size(), "file") + " changed");
    if (added > 0 || removed == 0) {
      out.append(", ").append(count(added, "insertion")).append("(+)");
    }
    if (removed > 0 || added == 0) {
      out.append(", ").append(count(removed, "deletion")).append("(-)");
    }
    return out.append('\n').toString();
  }

  private static String count(int number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }

  private static String name(FileDiff file) {
    boolean moved =
        file.change() == FileDiff.Change.RENAMED || file.change() == FileDiff.Change.COPIED;
    return moved ? moved(file.oldPath().orElseThrow(), file.newPath().orElseThrow()) : file.path();
  }

  /** {@code dir/{old => new}/file}: what both names share is said once. */
  private static String moved(String from, String to) {
    int prefix = 0;
    for (int i = 0; i < Math.min(from.length(), to.length()); i++) {
      if (from.charAt(i) != to.charAt(i)) {
        break;
      }
      if (from.charAt(i) == '/') {
        prefix = i + 1;
      }
    }
    int suffix = 0;
    // the slash that ends the prefix may begin the suffix as well
    int room = Math.min(from.length(), to.length()) - Math.max(0, prefix - 1);
    for (int i = 1; i <= room; i++) {
      if (from.charAt(from.length() - i) != to.charAt(to.length() - i)) {
        break;
      }
      if (from.charAt(from.length() - i) == '/') {
        suffix = i;
      }
    }
    if (prefix == 0 && suffix == 0) {
      return from + " => " + to;
    }
    return from.substring(0, prefix)
        + '{'
        + from.substring(prefix, Math.max(prefix, from.length() - suffix))
        + " => "
        + to.substring(prefix, Math.max(prefix, to.length() - suffix))
        + '}'
        + to.substring(to.length() - suffix);
  }

  private static void mode(FileDiff file, List<String> out) {
    switch (file.change()) {
      case ADDED -> out.add(line("create mode ", file.newMode().orElse(0100644), file));
      case DELETED -> out.add(line("delete mode ", file.oldMode().orElse(0100644), file));
      case RENAMED, COPIED ->
          out.add(
              (file.change() == FileDiff.Change.RENAMED ? " rename " : " copy ")
                  + name(file)
                  + " ("
                  + file.similarity().orElse(100)
                  + "%)\n");
      case MODIFIED -> {
        if (file.oldMode().isPresent()
            && file.newMode().isPresent()
            && file.oldMode().getAsInt() != file.newMode().getAsInt()) {
          String change = "mode change " + octal(file.oldMode().getAsInt()) + " => ";
          out.add(line(change, file.newMode().getAsInt(), file));
        }
      }
    }
  }

  private static String line(String what, int mode, FileDiff file) {
    return " " + what + octal(mode) + " " + file.path() + "\n";
  }

  private static String octal(int mode) {
    return "%06o".formatted(mode);
  }
}
