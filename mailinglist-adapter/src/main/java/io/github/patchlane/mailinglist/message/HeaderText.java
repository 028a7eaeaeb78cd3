package io.github.patchlane.mailinglist.message;

import java.nio.charset.StandardCharsets;

/** A field's bytes as a string: folds marked, control characters gone, 8-bit text read. */
final class HeaderText {
  private HeaderText() {}

  /** A fold and the white space after it is one line feed; encoded words are left encoded. */
  static String folded(Slice value) {
    int end = Math.min(value.end, value.start + HeaderBlock.LONGEST_VALUE);
    int start = value.start;
    while (start < end && isSpace(value.array[start])) {
      start++;
    }
    while (end > start && isSpace(value.array[end - 1])) {
      end--;
    }
    Slice trimmed = new Slice(value.array, start, end);
    return isPlain(trimmed)
        ? new String(value.array, start, end - start, StandardCharsets.ISO_8859_1)
        : unfold(trimmed);
  }

  /** All white space, folds included, to single spaces; what is no text goes. */
  static String collapse(String text) {
    boolean clean = true;
    for (int i = 0; i < text.length() && clean; i++) {
      clean = !isDirt(text.charAt(i));
    }
    if (clean) {
      return text.strip();
    }
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || c == '\t' || c == '\r' || c == ' ') {
        out.append(' ');
      } else if (!isDirt(c)) {
        out.append(c);
      }
    }
    return out.toString().strip();
  }

  static int lower(byte b) {
    return b >= 'A' && b <= 'Z' ? b + ('a' - 'A') : b;
  }

  private static boolean isDirt(char c) {
    return c < ' ' || (c >= 0x7f && c < 0xa0) || c == '\u2028' || c == '\u2029';
  }

  private static boolean isPlain(Slice value) {
    for (int i = value.start; i < value.end; i++) {
      if (value.array[i] < ' ' || value.array[i] == 0x7f) {
        return false;
      }
    }
    return true;
  }

  private static String unfold(Slice value) {
    byte[] out = new byte[value.length()];
    int length = 0;
    for (int i = value.start; i < value.end; i++) {
      byte b = value.array[i];
      if (b == '\n') {
        while (length > 0 && (out[length - 1] == ' ' || out[length - 1] == '\n')) {
          length--;
        }
        out[length++] = '\n';
        while (i + 1 < value.end && isSpace(value.array[i + 1])) {
          i++;
        }
      } else if (b == '\t') {
        out[length++] = ' ';
      } else if (b < 0 || (b >= ' ' && b != 0x7f)) {
        out[length++] = b;
      }
    }
    return MailCharset.decode("", new Slice(out, 0, length));
  }

  private static boolean isSpace(byte b) {
    return b == ' ' || b == '\t' || b == '\n' || b == '\r';
  }
}
