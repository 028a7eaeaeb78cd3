package io.github.patchlane.cli;

/** Text of strangers, made fit for a terminal: no control character gets through. */
final class TerminalText {
  private TerminalText() {}

  static String of(String text) {
    StringBuilder safe = new StringBuilder(text.length());
    text.codePoints()
        .forEach(
            c -> {
              int type = Character.getType(c);
              boolean hidden =
                  type == Character.CONTROL
                      || type == Character.FORMAT
                      || type == Character.LINE_SEPARATOR
                      || type == Character.PARAGRAPH_SEPARATOR
                      || type == Character.SURROGATE;
              safe.appendCodePoint(hidden ? ' ' : c);
            });
    return safe.toString();
  }
}
