package io.github.patchlane.core.git.landing;

import java.util.Locale;

/** When two titles say the same: case, blanks, a full stop and bracketed prefixes aside. */
final class ComparableTitle {
  private ComparableTitle() {}

  static String of(String title) {
    String rest = title.strip();
    while (rest.startsWith("[") && rest.indexOf(']') > 0 && rest.indexOf(']') < rest.length() - 1) {
      rest = rest.substring(rest.indexOf(']') + 1).strip();
    }
    StringBuilder squeezed = new StringBuilder(rest.length());
    boolean blank = false;
    for (int i = 0; i < rest.length(); i++) {
      char c = rest.charAt(i);
      if (Character.isWhitespace(c) || c == '\u00a0') {
        blank = true;
      } else {
        if (blank && squeezed.length() > 0) {
          squeezed.append(' ');
        }
        blank = false;
        squeezed.append(c);
      }
    }
    while (squeezed.length() > 0 && squeezed.charAt(squeezed.length() - 1) == '.') {
      squeezed.setLength(squeezed.length() - 1);
    }
    return squeezed.toString().toLowerCase(Locale.ROOT);
  }
}
