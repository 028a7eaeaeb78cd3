package io.github.patchlane.cli;

/** Fields as RFC 4180 has them. */
final class Csv {
  private Csv() {}

  /**
   * On one line, without control characters, quoted where it must be; a leading sign that a
   * spreadsheet would compute is disarmed.
   */
  static String field(String text) {
    String line = TerminalText.of(text).strip();
    String safe = !line.isEmpty() && "=+-@".indexOf(line.charAt(0)) >= 0 ? "'" + line : line;
    if (safe.indexOf(',') >= 0 || safe.indexOf('"') >= 0) {
      return '"' + safe.replace("\"", "\"\"") + '"';
    }
    return safe;
  }
}
