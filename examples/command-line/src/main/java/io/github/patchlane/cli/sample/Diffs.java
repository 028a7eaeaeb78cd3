package io.github.patchlane.cli.sample;

import io.github.patchlane.cli.sample.DiffLine.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/** Unified diffs as git prints them: JGit finds the edits, the lines are laid out here. */
final class Diffs {
  private static final int CONTEXT = 3;
  private static final int ABBREVIATION = 10;
  private static final SourceFile NOTHING = new SourceFile(List.of());

  private Diffs() {}

  static List<FileDiff> between(Snapshot before, Snapshot after) {
    List<FileDiff> diffs = new ArrayList<>();
    after
        .files()
        .forEach(
            (path, file) -> {
              Optional<SourceFile> old = before.file(path);
              if (old.isEmpty() || !old.get().id().equals(file.id())) {
                diffs.add(diff(path, old.orElse(NOTHING), file, old.isEmpty()));
              }
            });
    return List.copyOf(diffs);
  }

  private static FileDiff diff(String path, SourceFile old, SourceFile fresh, boolean created) {
    List<DiffLine> lines = new ArrayList<>();
    header(lines, path, "diff --git a/" + path + " b/" + path);
    String oldId = old.id().abbreviate(ABBREVIATION).name();
    String newId = fresh.id().abbreviate(ABBREVIATION).name();
    if (created) {
      header(lines, path, "new file mode 100644");
      header(lines, path, "index " + "0".repeat(ABBREVIATION) + ".." + newId);
      header(lines, path, "--- /dev/null");
    } else {
      header(lines, path, "index " + oldId + ".." + newId + " 100644");
      header(lines, path, "--- a/" + path);
    }
    header(lines, path, "+++ b/" + path);
    EditList edits =
        new HistogramDiff()
            .diff(RawTextComparator.DEFAULT, new RawText(old.bytes()), new RawText(fresh.bytes()));
    int first = 0;
    while (first < edits.size()) {
      int last = first;
      while (last + 1 < edits.size()
          && edits.get(last + 1).getBeginA() - edits.get(last).getEndA() <= 2 * CONTEXT) {
        last++;
      }
      hunk(lines, path, old.lines(), fresh.lines(), edits.subList(first, last + 1));
      first = last + 1;
    }
    return new FileDiff(path, created, lines);
  }

  private static void hunk(
      List<DiffLine> out, String path, List<String> old, List<String> fresh, List<Edit> edits) {
    Edit first = edits.get(0);
    Edit last = edits.get(edits.size() - 1);
    int oldStart = Math.max(0, first.getBeginA() - CONTEXT);
    int newStart = Math.max(0, first.getBeginB() - CONTEXT);
    int oldEnd = Math.min(old.size(), last.getEndA() + CONTEXT);
    int newEnd = Math.min(fresh.size(), last.getEndB() + CONTEXT);
    String head =
        "@@ -"
            + range(oldStart, oldEnd)
            + " +"
            + range(newStart, newEnd)
            + " @@"
            + enclosing(old, oldStart);
    out.add(new DiffLine(Kind.HUNK_HEADER, head, path, 0, 0));
    int a = oldStart;
    int b = newStart;
    for (Edit edit : edits) {
      while (a < edit.getBeginA()) {
        out.add(new DiffLine(Kind.CONTEXT, " " + old.get(a), path, ++a, ++b));
      }
      while (a < edit.getEndA()) {
        out.add(new DiffLine(Kind.REMOVED, "-" + old.get(a), path, ++a, 0));
      }
      while (b < edit.getEndB()) {
        out.add(new DiffLine(Kind.ADDED, "+" + fresh.get(b), path, 0, ++b));
      }
    }
    while (a < oldEnd) {
      out.add(new DiffLine(Kind.CONTEXT, " " + old.get(a), path, ++a, ++b));
    }
  }

  private static void header(List<DiffLine> lines, String path, String text) {
    lines.add(new DiffLine(Kind.FILE_HEADER, text, path, 0, 0));
  }

  /** {@code 12,7}; git leaves out a count of one and names an empty range by the line before it. */
  private static String range(int start, int end) {
    int count = end - start;
    if (count == 0) {
      return start + ",0";
    }
    return count == 1 ? String.valueOf(start + 1) : (start + 1) + "," + count;
  }

  private static String enclosing(List<String> lines, int start) {
    for (int i = start - 1; i >= 0; i--) {
      String line = lines.get(i);
      if (!line.isEmpty() && Character.isLetter(line.charAt(0))) {
        return " " + line;
      }
    }
    return "";
  }
}
