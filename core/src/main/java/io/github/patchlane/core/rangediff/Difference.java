package io.github.patchlane.core.rangediff;

import io.github.patchlane.core.diff.LineDiff;
import io.github.patchlane.core.diff.LineDiff.Edit;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The diff of two patches: hunks whose headers say, in place of line numbers, what they are in. */
final class Difference {
  /** Git keeps so many bytes of what a hunk is in. */
  private static final int LONGEST_SECTION = 80;

  private final TextLines before;
  private final TextLines after;
  private final int context;
  private final StringBuilder out = new StringBuilder();
  private String section = "";
  private int sectionsSeen = -1;

  private Difference(byte[] before, byte[] after, int context) {
    this.before = new TextLines(before);
    this.after = new TextLines(after);
    this.context = context;
  }

  static String between(byte[] before, byte[] after, int context) {
    Difference difference = new Difference(before, after, context);
    hunks(LineDiff.between(before, after), context).forEach(difference::hunk);
    return difference.out.toString();
  }

  /** How many lines such a diff has where nobody is to read it. */
  static int size(byte[] before, byte[] after, int context) {
    int lines = new TextLines(before).size();
    int size = 0;
    for (List<Edit> hunk : hunks(LineDiff.withoutIndents(before, after), context)) {
      Edit first = hunk.get(0);
      Edit last = hunk.get(hunk.size() - 1);
      int added = hunk.stream().mapToInt(edit -> edit.newTo() - edit.newFrom()).sum();
      int from = Math.max(0, first.oldFrom() - context);
      int to = Math.min(lines, last.oldTo() + context);
      size += 1 + to - from + added;
    }
    return size;
  }

  /** Edits whose contexts touch are one hunk. */
  private static List<List<Edit>> hunks(List<Edit> edits, int context) {
    List<List<Edit>> hunks = new ArrayList<>();
    for (Edit edit : edits) {
      List<Edit> last = hunks.isEmpty() ? List.of() : hunks.get(hunks.size() - 1);
      if (!last.isEmpty() && edit.oldFrom() - last.get(last.size() - 1).oldTo() <= 2 * context) {
        last.add(edit);
      } else {
        hunks.add(new ArrayList<>(List.of(edit)));
      }
    }
    return hunks;
  }

  private void hunk(List<Edit> edits) {
    int from = Math.max(0, edits.get(0).oldFrom() - context);
    int to = Math.min(before.size(), edits.get(edits.size() - 1).oldTo() + context);
    look(from - 1);
    out.append("@@").append(section.isEmpty() ? "" : " " + section).append('\n');
    int at = from;
    for (Edit edit : edits) {
      at = lines(' ', before, at, edit.oldFrom());
      at = lines('-', before, at, edit.oldTo());
      lines('+', after, edit.newFrom(), edit.newTo());
    }
    lines(' ', before, at, to);
  }

  private int lines(char marker, TextLines text, int from, int to) {
    for (int i = from; i < to; i++) {
      out.append(marker).append(text.line(i)).append('\n');
    }
    return to;
  }

  /** Where nothing new is found between two hunks, the second is in what the first was in. */
  private void look(int from) {
    for (int i = from; i > sectionsSeen; i--) {
      String found = sectionOf(before.line(i));
      if (!found.isEmpty()) {
        section = found;
        break;
      }
    }
    sectionsSeen = from;
  }

  /** A heading's words, or what a hunk's header says; empty where the line is neither. */
  private static String sectionOf(String line) {
    if (line.startsWith(" ## ") && line.endsWith(" ##") && line.length() >= 7) {
      return cut(line.substring(4, line.length() - 3));
    }
    int at = line.startsWith("@@ ") ? 0 : line.startsWith("@@ ", 1) ? 1 : -1;
    return at < 0 ? "" : cut(line.substring(at + 3));
  }

  private static String cut(String found) {
    byte[] bytes = found.getBytes(StandardCharsets.UTF_8);
    int length = Math.min(bytes.length, LONGEST_SECTION);
    return new String(bytes, 0, length, StandardCharsets.UTF_8).stripTrailing();
  }
}
