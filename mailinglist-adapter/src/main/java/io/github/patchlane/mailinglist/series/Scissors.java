package io.github.patchlane.mailinglist.series;

/** The line to cut at: what stands above it is for the reader and not for the commit. */
final class Scissors {
  private Scissors() {}

  /**
   * Git's rule: at least eight columns, mostly a perforation of dashes and scissors, with few
   * blanks in it.
   */
  static boolean at(String text, int start, int end) {
    boolean inPerforation = false;
    int perforation = 0;
    int gap = 0;
    boolean scissors = false;
    int first = -1;
    int last = -1;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (Character.isWhitespace(c)) {
        if (inPerforation) {
          perforation++;
          gap++;
        }
        continue;
      }
      last = i;
      first = first < 0 ? i : first;
      if (c == '-') {
        inPerforation = true;
        perforation++;
      } else if (isBlade(text, i, end)) {
        inPerforation = true;
        perforation += 2;
        scissors = true;
        i++;
        last = i;
      } else {
        inPerforation = false;
      }
    }
    int visible = first < 0 ? 0 : last - first + 1;
    return scissors && visible >= 8 && visible < perforation * 3 && gap * 2 < perforation;
  }

  private static boolean isBlade(String text, int at, int end) {
    if (at + 1 >= end) {
      return false;
    }
    char a = text.charAt(at);
    char b = text.charAt(at + 1);
    return (a == '>' && (b == '8' || b == '%')) || ((a == '8' || a == '%') && b == '<');
  }
}
