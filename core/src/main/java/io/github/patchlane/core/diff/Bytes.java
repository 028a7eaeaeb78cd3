package io.github.patchlane.core.diff;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** One text of unknown charset, scanned as bytes; every position is an offset into the array. */
final class Bytes {
  private final byte[] text;

  Bytes(byte[] text) {
    this.text = text;
  }

  static byte[] ascii(String s) {
    return s.getBytes(StandardCharsets.US_ASCII);
  }

  /** Not a copy. */
  byte[] text() {
    return text;
  }

  int length() {
    return text.length;
  }

  /** The byte at the position, or -1 behind the end. */
  int at(int position) {
    return position < text.length ? text[position] : -1;
  }

  /** Where the line after the one at this position starts: behind its LF, or the end. */
  int nextLine(int position) {
    int p = position;
    while (p < text.length) {
      if (text[p++] == '\n') {
        return p;
      }
    }
    return p;
  }

  /** The end of the line without LF or CRLF, given where the next one starts. */
  int chomp(int start, int next) {
    int end = chompLf(start, next);
    return end > start && text[end - 1] == '\r' ? end - 1 : end;
  }

  int chompLf(int start, int next) {
    return next > start && text[next - 1] == '\n' ? next - 1 : next;
  }

  boolean startsWith(int position, byte[] prefix) {
    if (position + prefix.length > text.length) {
      return false;
    }
    // Most lines fail at the first byte; a call to compare ranges costs more than this loop.
    for (int i = 0; i < prefix.length; i++) {
      if (text[position + i] != prefix[i]) {
        return false;
      }
    }
    return true;
  }

  int indexOf(byte wanted, int from, int to) {
    for (int p = from; p < to; p++) {
      if (text[p] == wanted) {
        return p;
      }
    }
    return -1;
  }

  /** UTF-8 where it is that, else ISO-8859-1, which fits any bytes. */
  static String decode(byte[] bytes, int from, int to) {
    int bits = 0;
    for (int p = from; p < to; p++) {
      bits |= bytes[p];
    }
    if (bits >= 0) {
      // plain ASCII, as nearly everywhere: a decoder of its own for each path costs more
      return new String(bytes, from, to - from, StandardCharsets.US_ASCII);
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .decode(ByteBuffer.wrap(bytes, from, to - from))
          .toString();
    } catch (CharacterCodingException e) {
      return new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    }
  }

  String string(int from, int to) {
    return decode(text, from, to);
  }
}
