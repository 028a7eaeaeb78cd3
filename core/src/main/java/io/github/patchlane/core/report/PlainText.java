package io.github.patchlane.core.report;

import java.text.Normalizer;

/**
 * Text for a mail: ASCII only, wrapped at 72 columns. Letters lose their accents; signs that have
 * no likeness become question marks.
 */
final class PlainText {
  static final int COLUMNS = 72;

  private final StringBuilder out = new StringBuilder();

  /** One line as it is. */
  PlainText line(String text) {
    out.append(ascii(text).stripTrailing()).append('\n');
    return this;
  }

  /** An empty line, unless there is one. */
  PlainText gap() {
    return out.length() == 0 || out.toString().endsWith("\n\n") ? this : line("");
  }

  /**
   * A paragraph; its own indentation and runs of spaces at its start are kept.
   *
   * @param indent of all lines but the first
   */
  PlainText wrapped(String text, String indent) {
    String rest = Wording.unbroken(ascii(text).stripTrailing());
    String prefix = "";
    while (prefix.length() + rest.length() > COLUMNS) {
      int room = COLUMNS - prefix.length();
      int space = rest.lastIndexOf(' ', room);
      int start = rest.length() - rest.stripLeading().length();
      boolean fits = space > start;
      int cut = fits ? space : room;
      out.append(broken(prefix + rest.substring(0, cut))).append('\n');
      rest = rest.substring(cut).stripLeading();
      prefix = indent;
    }
    out.append(broken(prefix + rest)).append('\n');
    return this;
  }

  private static String broken(String line) {
    return line.replace('\u00a0', ' ').stripTrailing();
  }

  /** A table, unless it is too wide; then nothing is written. */
  boolean columns(Table table) {
    StringBuilder rows = new StringBuilder();
    table.print(rows);
    boolean fits = rows.toString().lines().allMatch(row -> ascii(row).length() + 2 <= COLUMNS);
    if (fits) {
      rows.toString().lines().forEach(row -> line("  " + row));
      line("");
    }
    return fits;
  }

  String finish() {
    return out.toString().strip() + "\n";
  }

  private static String ascii(String text) {
    StringBuilder plain = new StringBuilder(text.length());
    Normalizer.normalize(text.replace("…", "...").replace("—", "-"), Normalizer.Form.NFKD)
        .codePoints()
        .filter(c -> Character.getType(c) != Character.NON_SPACING_MARK)
        .forEach(c -> plain.append(c < 0x20 ? ' ' : c < 0x7f ? (char) c : '?'));
    return plain.toString();
  }
}
