package io.github.patchlane.mailinglist.compose;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * Quoted-printable (RFC 2045, 6.7) that also hides what an mbox would take for the start of a mail.
 * Library encoders leave {@code From } at the start of a line alone.
 */
final class QuotedPrintable {
  private static final int LONGEST = 76;
  private static final byte[] HEX = "0123456789ABCDEF".getBytes(StandardCharsets.US_ASCII);

  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private int column;

  private QuotedPrintable() {}

  static byte[] encode(Body body) {
    QuotedPrintable form = new QuotedPrintable();
    for (int i = 0; i < body.length(); i++) {
      byte b = body.at(i);
      if (b == '\n') {
        form.out.write('\n');
        form.column = 0;
      } else {
        boolean last = i + 1 == body.length() || body.at(i + 1) == '\n';
        form.put(b, last);
      }
    }
    return form.out.toByteArray();
  }

  private void put(byte b, boolean last) {
    boolean plain =
        (b > ' ' && b < 127 && b != '=' && !(column == 0 && (b == 'F' || b == '>' || b == '.')))
            || ((b == ' ' || b == '\t') && !last);
    int width = plain ? 1 : 3;
    // room for the soft break's own "="
    if (column + width > LONGEST - (last ? 0 : 1)) {
      out.write('=');
      out.write('\n');
      column = 0;
      put(b, last);
      return;
    }
    if (plain) {
      out.write(b);
    } else {
      out.write('=');
      out.write(HEX[(b >> 4) & 15]);
      out.write(HEX[b & 15]);
    }
    column += width;
  }
}
