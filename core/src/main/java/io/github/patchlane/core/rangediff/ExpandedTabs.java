package io.github.patchlane.core.rangediff;

/** Tabs as the blanks that git's log shows for them, eight columns apart. */
final class ExpandedTabs {
  private static final int WIDTH = 8;

  private ExpandedTabs() {}

  /** As far as every character's width is known; tabs behind that stay. */
  static String of(String line) {
    StringBuilder expanded = new StringBuilder(line.length());
    int from = 0;
    for (int tab = line.indexOf('\t'); tab >= 0; tab = line.indexOf('\t', from)) {
      int width = width(line, from, tab);
      if (width < 0) {
        break;
      }
      expanded.append(line, from, tab).append(" ".repeat(WIDTH - width % WIDTH));
      from = tab + 1;
    }
    return expanded.append(line, from, line.length()).toString();
  }

  /** In columns; negative where a character has none that is known. */
  private static int width(String line, int from, int to) {
    int width = 0;
    for (int i = from; i < to; ) {
      int c = line.codePointAt(i);
      i += Character.charCount(c);
      if (Character.isISOControl(c)) {
        return -1;
      }
      width += width(c);
    }
    return width;
  }

  private static int width(int c) {
    int type = Character.getType(c);
    if (type == Character.NON_SPACING_MARK
        || type == Character.ENCLOSING_MARK
        || (type == Character.FORMAT && c != 0xad)) {
      return 0;
    }
    boolean wide =
        (c >= 0x1100 && c <= 0x115f)
            || (c >= 0x2e80 && c <= 0xa4cf && c != 0x303f)
            || (c >= 0xac00 && c <= 0xd7a3)
            || (c >= 0xf900 && c <= 0xfaff)
            || (c >= 0xfe30 && c <= 0xfe6f)
            || (c >= 0xff00 && c <= 0xff60)
            || (c >= 0xffe0 && c <= 0xffe6)
            || (c >= 0x1f300 && c <= 0x1faff)
            || (c >= 0x20000 && c <= 0x3fffd);
    return wide ? 2 : 1;
  }
}
