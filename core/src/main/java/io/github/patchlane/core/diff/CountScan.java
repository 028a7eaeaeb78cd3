package io.github.patchlane.core.diff;

/**
 * The number of lines in one side of a hunk header, as git reads it: {@code 12,3} is 3, {@code 12}
 * is 1.
 *
 * @param end behind the digits, or -1 where there are none to read
 */
record CountScan(int count, int end) {
  static CountScan at(Bytes text, int position) {
    int p = digits(text, position);
    if (text.at(p) != ',') {
      return new CountScan(1, p == position ? -1 : p);
    }
    int from = p + 1;
    int end = digits(text, from);
    return new CountScan(number(text, from, end), end == from ? -1 : end);
  }

  private static int digits(Bytes text, int from) {
    int p = from;
    while (text.at(p) >= '0' && text.at(p) <= '9') {
      p++;
    }
    return p;
  }

  /** Too large a number stops at the largest long, whose low half is -1, as C's atoi has it. */
  private static int number(Bytes text, int from, int to) {
    long value = 0;
    for (int p = from; p < to; p++) {
      int digit = text.at(p) - '0';
      if (value > (Long.MAX_VALUE - digit) / 10) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return (int) value;
  }
}
