package io.github.patchlane.cli;

/** Text of strangers, made fit for a terminal: no control character gets through. */
final class TerminalText {
  private TerminalText() {}

  static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().forEach(c -> safe.appendCodePoint(isHidden(c) ? ' ' : c));
    return safe.toString();
  }

  /** The same for many lines: their ends and their tabs stay. */
  static String ofLines(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      boolean lineEnd = c == '\n' || (c == '\r' && i < text.length() && text.charAt(i) == '\n');
      safe.appendCodePoint(lineEnd || c == '\t' || !isHidden(c) ? c : ' ');
    }
    return safe.toString();
  }

  private static boolean isHidden(int c) {
    int type = Character.getType(c);
    return type == Character.CONTROL
        || type == Character.FORMAT
        || type == Character.LINE_SEPARATOR
        || type == Character.PARAGRAPH_SEPARATOR
        || type == Character.SURROGATE;
  }
}
