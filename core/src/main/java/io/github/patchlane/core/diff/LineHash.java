package io.github.patchlane.core.diff;

import java.nio.charset.StandardCharsets;

/**
 * Hashes one line without its white space at both ends and with each run of it inside as one blank,
 * so that a line still compares equal after mail has folded tabs or eaten blanks.
 *
 * <p>Bytes are read as UTF-8 and, where they are none, as ISO-8859-1, byte by byte; so the bytes of
 * a diff and the decoded characters of a reply that quotes it hash alike. A no-break space is white
 * space, for mailers write it into quotes.
 *
 * <p>The three low bits of a hash hold the line's {@link #weight}: how much it tells, judged by its
 * letters and digits.
 */
final class LineHash {
  /** By the three low bits of a hash. Braces tell next to nothing, a long statement much. */
  private static final float[] WEIGHTS = {0.02f, 0.1f, 0.25f, 0.5f, 0.8f, 1f, 1.2f, 0.1f};

  /** Letters and digits from which on the next class begins. */
  private static final int[] CLASSES = {1, 4, 8, 14, 22, 40};

  /** For lines that open any file of their kind. */
  private static final int BOILERPLATE = 7;

  private static final String[] BOILERPLATE_STARTS = {
    "#include", "import ", "// SPDX-", "/* SPDX-", "# SPDX-", "* Copyright", "# Copyright"
  };

  private static final int CLASS_BITS = 3;
  private static final int CLASS_MASK = (1 << CLASS_BITS) - 1;

  /** FNV-1a over 64 bits. */
  private static final long BASIS = 0xcbf29ce484222325L;

  private static final long PRIME = 0x100000001b3L;

  /** What an ASCII character is: 1 for a letter or digit, so that a sum counts them. */
  private static final byte[] ASCII = new byte[128];

  private static final byte SPACE = 2;
  private static final byte WORD = 1;

  static {
    for (char c = 0; c < ASCII.length; c++) {
      boolean word = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      ASCII[c] = word ? WORD : c == ' ' || (c >= '\t' && c <= '\r') ? SPACE : 0;
    }
  }

  /** The line's beginning, white space made even: enough to know boilerplate by. */
  private final char[] start = new char[16];

  private int startLength;
  private long hash;
  private int telling;
  private boolean gap;
  private boolean any;

  static int of(byte[] bytes, int from, int to) {
    return new LineHash().hash(bytes, from, to);
  }

  static int of(CharSequence line) {
    // as many bytes as characters: nothing in it but ASCII
    byte[] bytes = line.toString().getBytes(StandardCharsets.UTF_8);
    return bytes.length == line.length()
        ? new LineHash().hash(bytes, 0, bytes.length)
        : new LineHash().hash(line);
  }

  static float weight(int hash) {
    return WEIGHTS[hash & CLASS_MASK];
  }

  private int hash(CharSequence line) {
    reset();
    for (int i = 0; i < line.length(); i++) {
      add(line.charAt(i));
    }
    return finish();
  }

  /** For reuse over many lines. */
  int hash(byte[] bytes, int from, int to) {
    int first = from;
    while (first < to && bytes[first] >= 0 && ASCII[bytes[first]] == SPACE) {
      first++;
    }
    return hashAscii(bytes, first, to);
  }

  /** What nearly every line is, in few steps: this runs over every byte of every diff. */
  private int hashAscii(byte[] bytes, int from, int to) {
    long value = BASIS;
    int words = 0;
    boolean blank = false;
    for (int p = from; p < to; p++) {
      byte b = bytes[p];
      if (b < 0) {
        return hashAny(bytes, from, to);
      }
      byte kind = ASCII[b];
      if (kind == SPACE) {
        blank = true;
      } else {
        if (blank) {
          value = (value ^ ' ') * PRIME;
          blank = false;
        }
        value = (value ^ b) * PRIME;
        words += kind;
      }
    }
    reset();
    if (from < to && mayOpenFile((char) bytes[from])) {
      keepStart(bytes, from, to);
    }
    hash = value;
    telling = words;
    return finish();
  }

  private void keepStart(byte[] bytes, int from, int to) {
    boolean blank = false;
    for (int p = from; p < to && startLength < start.length; p++) {
      if (ASCII[bytes[p]] == SPACE) {
        blank = true;
      } else {
        if (blank) {
          start[startLength++] = ' ';
          blank = false;
        }
        if (startLength < start.length) {
          start[startLength++] = (char) bytes[p];
        }
      }
    }
  }

  private int hashAny(byte[] bytes, int from, int to) {
    reset();
    for (int p = from; p < to; ) {
      int b = bytes[p];
      if (b >= 0) {
        add((char) b);
        p++;
      } else {
        p += multibyte(bytes, p, to);
      }
    }
    return finish();
  }

  private void reset() {
    startLength = 0;
    hash = BASIS;
    telling = 0;
    gap = false;
    any = false;
  }

  /** How many bytes it took. */
  private int multibyte(byte[] bytes, int at, int to) {
    int lead = bytes[at] & 0xff;
    int more = lead >= 0xf0 && lead < 0xf5 ? 3 : lead >= 0xe0 && lead < 0xf0 ? 2 : 1;
    int codePoint = lead & (0x3f >> more);
    boolean valid = lead >= 0xc2 && lead < 0xf5 && at + more < to;
    for (int i = 1; valid && i <= more; i++) {
      valid = (bytes[at + i] & 0xc0) == 0x80;
      codePoint = codePoint << 6 | (bytes[at + i] & 0x3f);
    }
    if (!valid || codePoint > Character.MAX_CODE_POINT) {
      add((char) lead);
      return 1;
    }
    if (Character.isBmpCodePoint(codePoint)) {
      add((char) codePoint);
    } else {
      add(Character.highSurrogate(codePoint));
      add(Character.lowSurrogate(codePoint));
    }
    return more + 1;
  }

  private void add(char c) {
    if (c < 0x80 ? ASCII[c] == SPACE : c == '\u00a0') {
      gap = any;
      return;
    }
    if (gap) {
      mix(' ');
      gap = false;
    }
    any = true;
    mix(c);
    if (c < 0x80 ? ASCII[c] == WORD : Character.isLetterOrDigit(c)) {
      telling++;
    }
  }

  private void mix(char c) {
    hash = (hash ^ c) * PRIME;
    if (startLength < start.length) {
      start[startLength++] = c;
    }
  }

  private int finish() {
    long mixed = hash ^ (hash >>> 32);
    mixed *= 0x9e3779b97f4a7c15L;
    return ((int) (mixed >>> 32) & ~CLASS_MASK) | lineClass();
  }

  private int lineClass() {
    if (mayOpenFile()) {
      for (String boilerplate : BOILERPLATE_STARTS) {
        if (startsWith(boilerplate)) {
          return BOILERPLATE;
        }
      }
    }
    int result = 0;
    while (result < CLASSES.length && telling >= CLASSES[result]) {
      result++;
    }
    return result;
  }

  /** Cheap: whether the first character is one of {@link #BOILERPLATE_STARTS}. */
  private boolean mayOpenFile() {
    return startLength > 0 && mayOpenFile(start[0]);
  }

  private static boolean mayOpenFile(char first) {
    return first == '#' || first == '/' || first == '*' || first == 'i';
  }

  private boolean startsWith(String prefix) {
    if (startLength < prefix.length()) {
      return false;
    }
    for (int i = 0; i < prefix.length(); i++) {
      if (start[i] != prefix.charAt(i)) {
        return false;
      }
    }
    return true;
  }
}
