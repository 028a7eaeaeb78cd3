package io.github.patchlane.core.diff;

import java.util.ArrayList;
import java.util.List;

/**
 * Compares two texts line by line and cuts the difference where git cuts it: Myers' algorithm with
 * git's short cuts, then every run of changed lines slid to its place. Lines are compared as bytes;
 * a line's end is part of it. Near linear for texts that are alike.
 */
public final class LineDiff {
  private LineDiff() {}

  /**
   * Lines of the old text that lines of the new one replace; counted from 0, ends excluded, and
   * empty on one side where lines were only added or only removed.
   */
  public record Edit(int oldFrom, int oldTo, int newFrom, int newTo) {}

  /** With runs slid to where indents suggest a border, as git prints diffs. */
  public static List<Edit> between(byte[] oldText, byte[] newText) {
    return edits(oldText, newText, true);
  }

  /** With runs slid as far down as they go, as git compares where nothing is printed. */
  public static List<Edit> withoutIndents(byte[] oldText, byte[] newText) {
    return edits(oldText, newText, false);
  }

  private static List<Edit> edits(byte[] oldText, byte[] newText, boolean byIndent) {
    LineClasses classes = new LineClasses();
    NumberedLines oldLines = classes.add(oldText);
    NumberedLines newLines = classes.add(newText);
    new MyersDiff(oldLines, newLines, classes.count()).run();
    new ChangeGroups(oldLines, newLines, byIndent).slide();
    new ChangeGroups(newLines, oldLines, byIndent).slide();
    return edits(oldLines, newLines);
  }

  private static List<Edit> edits(NumberedLines a, NumberedLines b) {
    List<Edit> edits = new ArrayList<>();
    int i = 0;
    int j = 0;
    while (i < a.size() || j < b.size()) {
      int beginA = i;
      int beginB = j;
      while (a.changed(i)) {
        i++;
      }
      while (b.changed(j)) {
        j++;
      }
      if (i > beginA || j > beginB) {
        edits.add(new Edit(beginA, i, beginB, j));
      } else {
        i++;
        j++;
      }
    }
    return edits;
  }
}
