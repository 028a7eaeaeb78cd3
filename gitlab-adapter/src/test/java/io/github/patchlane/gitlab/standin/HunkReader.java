package io.github.patchlane.gitlab.standin;

import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.lib.FileMode;

/** Numbers the lines of a diff's text as GitLab does. */
final class HunkReader {
  private HunkReader() {}

  static FileChange change(DiffEntry entry, String text) {
    boolean added = entry.getChangeType() == DiffEntry.ChangeType.ADD;
    boolean deleted = entry.getChangeType() == DiffEntry.ChangeType.DELETE;
    int hunks = text.startsWith("@@ ") ? 0 : text.indexOf("\n@@ ") + 1;
    String body = hunks == 0 && !text.startsWith("@@ ") ? "" : text.substring(hunks);
    return new FileChange(
        added ? entry.getNewPath() : entry.getOldPath(),
        deleted ? entry.getOldPath() : entry.getNewPath(),
        mode(entry.getOldMode()),
        mode(entry.getNewMode()),
        added,
        entry.getChangeType() == DiffEntry.ChangeType.RENAME,
        deleted,
        body,
        lines(body));
  }

  private static String mode(FileMode mode) {
    return mode == FileMode.MISSING ? "0" : mode.toString();
  }

  private static List<DiffLine> lines(String hunks) {
    List<DiffLine> lines = new ArrayList<>();
    int oldLine = 0;
    int newLine = 0;
    for (String line : hunks.split("\n", -1)) {
      if (line.startsWith("@@ ")) {
        int plus = line.indexOf('+');
        oldLine = first(line, line.indexOf('-') + 1);
        newLine = first(line, plus + 1);
      } else if (line.startsWith("+")) {
        lines.add(new DiffLine('+', oldLine, newLine++));
      } else if (line.startsWith("-")) {
        lines.add(new DiffLine('-', oldLine++, newLine));
      } else if (line.startsWith(" ")) {
        lines.add(new DiffLine(' ', oldLine++, newLine++));
      }
    }
    return lines;
  }

  private static int first(String header, int from) {
    int to = from;
    while (to < header.length() && Character.isDigit(header.charAt(to))) {
      to++;
    }
    return Integer.parseInt(header.substring(from, to));
  }
}
