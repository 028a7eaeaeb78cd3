package io.github.patchlane.cli;

/** Fields as RFC 4180 has them. */
final class Csv {
  private Csv() {}

  /** Quoted where it must be; a leading sign that a spreadsheet would compute is disarmed. */
  static String field(String text) {
    String safe = !text.isEmpty() && "=+-@\t".indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    if (safe.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r')) {
      return '"' + safe.replace("\"", "\"\"") + '"';
    }
    return safe;
  }
}
