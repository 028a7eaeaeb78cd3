package io.github.patchlane.mailinglist.message;

/**
 * How far bytes are UTF-8.
 *
 * @param good well-formed sequences of more than one byte
 * @param bad places where no well-formed sequence starts
 */
record Utf8(int good, int bad) {
  static Utf8 check(Slice bytes) {
    int good = 0;
    int bad = 0;
    int at = bytes.start;
    while (at < bytes.end) {
      if (bytes.array[at] >= 0) {
        at++;
        continue;
      }
      int length = sequence(bytes, at);
      if (length > 0) {
        good++;
        at += length;
      } else {
        bad++;
        at++;
      }
    }
    return new Utf8(good, bad);
  }

  /** The length of the sequence that starts here; 0 for none (Unicode's table 3-7). */
  private static int sequence(Slice bytes, int at) {
    int lead = bytes.array[at] & 0xff;
    int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4 || at + length > bytes.end) {
      return 0;
    }
    int second = bytes.array[at + 1] & 0xff;
    int least = lead == 0xe0 ? 0xa0 : lead == 0xf0 ? 0x90 : 0x80;
    int most = lead == 0xed ? 0x9f : lead == 0xf4 ? 0x8f : 0xbf;
    if (second < least || second > most) {
      return 0;
    }
    for (int i = 2; i < length; i++) {
      if ((bytes.array[at + i] & 0xc0) != 0x80) {
        return 0;
      }
    }
    return length;
  }
}
