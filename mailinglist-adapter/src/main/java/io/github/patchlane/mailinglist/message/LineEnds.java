package io.github.patchlane.mailinglist.message;

/**
 * Line ends as mail carries them, to line feeds. Mail on the wire and text in its canonical form
 * end every line with CR LF; a text in which only some lines do has its carriage returns for a
 * reason (a patch to a file that has them) and is left alone.
 */
final class LineEnds {
  private LineEnds() {}

  /** The same slice unless every line ends with CR LF. */
  static Slice toLineFeeds(Slice text) {
    int lines = 0;
    for (int at = text.indexOf((byte) '\n', text.start);
        at < text.end;
        at = text.indexOf((byte) '\n', at + 1)) {
      if (at == text.start || text.array[at - 1] != '\r') {
        return text;
      }
      lines++;
    }
    if (lines == 0) {
      return text;
    }
    byte[] out = new byte[text.length() - lines];
    int length = 0;
    for (int i = text.start; i < text.end; i++) {
      boolean pair = text.array[i] == '\r' && i + 1 < text.end && text.array[i + 1] == '\n';
      if (!pair) {
        out[length++] = text.array[i];
      }
    }
    return Slice.of(out);
  }

  /** A mail whose lines end with CR alone, as old Macs wrote them, gets line feeds. */
  static Slice withoutLoneReturns(Slice mail) {
    if (mail.indexOf((byte) '\n', mail.start) < mail.end
        || mail.indexOf((byte) '\r', mail.start) == mail.end) {
      return mail;
    }
    byte[] out = mail.copy();
    for (int i = 0; i < out.length; i++) {
      out[i] = out[i] == '\r' ? (byte) '\n' : out[i];
    }
    return Slice.of(out);
  }
}
