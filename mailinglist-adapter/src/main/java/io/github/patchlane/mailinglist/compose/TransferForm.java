package io.github.patchlane.mailinglist.compose;

/**
 * How a body travels. As it is wherever that is safe, because people read archives with a pager;
 * quoted-printable where something on the way could change it: a carriage return, a line too long
 * for SMTP, one that an mbox would quote, or bytes that are no UTF-8.
 */
enum TransferForm {
  SEVEN_BIT("7bit"),
  EIGHT_BIT("8bit"),
  QUOTED_PRINTABLE("quoted-printable");

  /** RFC 5322, 2.1.1. */
  private static final int LONGEST_LINE = 998;

  private final String label;

  TransferForm(String label) {
    this.label = label;
  }

  /** The header's value. */
  String label() {
    return label;
  }

  static TransferForm of(Body body) {
    boolean ascii = true;
    int start = 0;
    for (int i = 0; i <= body.length(); i++) {
      byte b = i < body.length() ? body.at(i) : (byte) '\n';
      if (b == '\n') {
        if (i - start > LONGEST_LINE || looksLikeFromLine(body, start, i)) {
          return QUOTED_PRINTABLE;
        }
        start = i + 1;
      } else if (b == '\r' || b == 0) {
        return QUOTED_PRINTABLE;
      }
      ascii &= b >= 0;
    }
    if (ascii) {
      return SEVEN_BIT;
    }
    return body.isText() ? EIGHT_BIT : QUOTED_PRINTABLE;
  }

  /** {@code From } or, quoted before, {@code >From }. */
  private static boolean looksLikeFromLine(Body body, int start, int end) {
    int at = start;
    while (at < end && body.at(at) == '>') {
      at++;
    }
    return end - at >= 5
        && body.at(at) == 'F'
        && body.at(at + 1) == 'r'
        && body.at(at + 2) == 'o'
        && body.at(at + 3) == 'm'
        && body.at(at + 4) == ' ';
  }
}
