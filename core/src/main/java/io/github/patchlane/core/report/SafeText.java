package io.github.patchlane.core.report;

/** Text from strangers, made harmless for where it is printed. */
final class SafeText {
  private SafeText() {}

  /**
   * On one line of a terminal or mail: without control characters, escapes or turned directions.
   */
  static String line(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().map(c -> isPlain(c) ? c : ' ').forEach(safe::appendCodePoint);
    return safe.toString().strip();
  }

  /** The same, at most so many characters long. */
  static String line(String text, int length) {
    String line = line(text);
    if (line.codePointCount(0, line.length()) <= length) {
      return line;
    }
    return line.substring(0, line.offsetByCodePoints(0, length - 1)).strip() + "…";
  }

  /** As text or a quoted attribute of XML 1.0. */
  static String xml(String text) {
    return markup(line(text));
  }

  /** As a piece of XML or HTML text or of a quoted attribute, the spaces at its ends kept. */
  static String markup(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints().map(c -> isPlain(c) ? c : ' ').forEach(safe::appendCodePoint);
    return safe.toString()
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;");
  }

  /** As a cell of CSV (RFC 4180) that no spreadsheet takes for a formula. */
  static String csv(String text) {
    String line = line(text);
    String cell = !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    boolean plain = cell.chars().noneMatch(c -> c == ',' || c == '"');
    return plain ? cell : '"' + cell.replace("\"", "\"\"") + '"';
  }

  private static boolean isPlain(int c) {
    int type = Character.getType(c);
    return type != Character.CONTROL
        && type != Character.FORMAT
        && type != Character.SURROGATE
        && type != Character.LINE_SEPARATOR
        && type != Character.PARAGRAPH_SEPARATOR
        && c != 0xFFFE
        && c != 0xFFFF;
  }
}
