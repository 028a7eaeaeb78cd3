package io.github.patchlane.core.git.apply;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A diff's bytes, read line by line; every line ends with a line feed, the last one too. */
final class PatchText {
  private static final byte[] GIT = "diff --git ".getBytes(StandardCharsets.US_ASCII);

  private final byte[] text;

  private PatchText(byte[] text) {
    this.text = text;
  }

  static PatchText of(byte[] diff) {
    byte[] text = diff;
    if (text.length > 0 && text[text.length - 1] != '\n') {
      text = Arrays.copyOf(text, text.length + 1);
      text[text.length - 1] = '\n';
    }
    PatchText patch = new PatchText(text);
    return patch.hasCarriedReturns() ? patch.withoutReturns() : patch;
  }

  /** Whether mail made CR LF of all line ends: then its headers have them, which no diff's do. */
  private boolean hasCarriedReturns() {
    for (int at = 0; at < text.length; at = next(at)) {
      if (startsWith(at, GIT)) {
        int next = next(at);
        return next - at >= 2 && text[next - 2] == '\r';
      }
    }
    return false;
  }

  /** Whether any line ends with CR LF. */
  boolean hasReturns() {
    for (int i = 1; i < text.length; i++) {
      if (text[i] == '\n' && text[i - 1] == '\r') {
        return true;
      }
    }
    return false;
  }

  /** With LF where CR LF was, as {@code git am} reads a mail by default. */
  PatchText withoutReturns() {
    byte[] out = new byte[text.length];
    int length = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] != '\r' || i + 1 == text.length || text[i + 1] != '\n') {
        out[length++] = text[i];
      }
    }
    return new PatchText(Arrays.copyOf(out, length));
  }

  byte[] bytes() {
    return text;
  }

  int length() {
    return text.length;
  }

  /** The byte there, or -1 behind the end. */
  int at(int position) {
    return position >= 0 && position < text.length ? text[position] : -1;
  }

  /** Where the next line starts. */
  int next(int position) {
    int at = position;
    while (at < text.length && text[at] != '\n') {
      at++;
    }
    return Math.min(text.length, at + 1);
  }

  boolean startsWith(int position, byte[] prefix) {
    return position + prefix.length <= text.length
        && Arrays.equals(text, position, position + prefix.length, prefix, 0, prefix.length);
  }

  boolean startsWith(int position, String ascii) {
    if (position + ascii.length() > text.length) {
      return false;
    }
    for (int i = 0; i < ascii.length(); i++) {
      if (text[position + i] != ascii.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Raw, one char for each byte. */
  String raw(int from, int to) {
    return new String(text, from, Math.max(0, to - from), StandardCharsets.ISO_8859_1);
  }

  /** The line number, from 1. */
  int lineOf(int position) {
    int line = 1;
    for (int i = 0; i < position && i < text.length; i++) {
      line += text[i] == '\n' ? 1 : 0;
    }
    return line;
  }
}
