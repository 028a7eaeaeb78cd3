package io.github.patchlane.cli.sample;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Locale;

/** The transfer encoding of RFC 2045, section 6.7. */
final class QuotedPrintable {
  private static final int WIDTH = 75;

  private QuotedPrintable() {}

  static String encode(String text) {
    byte[] bytes = text.getBytes(UTF_8);
    StringBuilder out = new StringBuilder(bytes.length + bytes.length / 8);
    int column = 0;
    for (int i = 0; i < bytes.length; i++) {
      byte b = bytes[i];
      if (b == '\n') {
        out.append('\n');
        column = 0;
        continue;
      }
      boolean blank = b == ' ' || b == '\t';
      boolean atEnd = i + 1 == bytes.length || bytes[i + 1] == '\n';
      boolean plain = blank ? !atEnd : b > 32 && b < 127 && b != '=';
      String piece =
          plain ? String.valueOf((char) b) : String.format(Locale.ROOT, "=%02X", b & 0xff);
      if (column + piece.length() > WIDTH) {
        out.append("=\n");
        column = 0;
      }
      out.append(piece);
      column += piece.length();
    }
    return out.toString();
  }
}
