package io.github.patchlane.mailinglist.series;

import java.util.ArrayList;
import java.util.List;

/**
 * The titles in a cover letter or pull request as {@code git shortlog} lists them: {@code Name
 * (2):}, then one indented title a line, long ones folded.
 */
final class Shortlog {
  private Shortlog() {}

  static List<String> titles(String text) {
    List<String> titles = new ArrayList<>();
    boolean inList = false;
    for (String line : (Iterable<String>) text.lines()::iterator) {
      if (isAuthor(line)) {
        inList = true;
      } else if (inList && line.startsWith("    ") && !titles.isEmpty() && !line.isBlank()) {
        int last = titles.size() - 1;
        titles.set(last, titles.get(last) + " " + line.strip());
      } else if (inList && line.startsWith("  ") && !line.isBlank()) {
        titles.add(line.strip());
      } else if (inList && !line.isBlank()) {
        inList = false;
      }
    }
    return titles;
  }

  /** {@code A. Person (3):}. */
  private static boolean isAuthor(String line) {
    if (!line.endsWith("):") || line.startsWith(" ")) {
      return false;
    }
    int open = line.lastIndexOf('(');
    if (open < 2 || line.charAt(open - 1) != ' ') {
      return false;
    }
    for (int i = open + 1; i < line.length() - 2; i++) {
      if (!Character.isDigit(line.charAt(i))) {
        return false;
      }
    }
    return open + 1 < line.length() - 2;
  }
}
