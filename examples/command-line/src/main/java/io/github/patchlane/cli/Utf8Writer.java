package io.github.patchlane.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes text as UTF-8, each string at once. The platform's own writer copies every character twice
 * on the way, which for millions of lines takes longer than making them. Not thread-safe.
 */
final class Utf8Writer extends Writer {
  private final OutputStream out;

  /** The first half of a character whose second half comes with the next call; else 0. */
  private char half;

  Utf8Writer(OutputStream out) {
    this.out = out;
  }

  @Override
  public void write(String text, int offset, int length) throws IOException {
    boolean whole = offset == 0 && length == text.length();
    write(whole ? text : text.substring(offset, offset + length));
  }

  @Override
  public void write(char[] text, int offset, int length) throws IOException {
    write(new String(text, offset, length));
  }

  @Override
  public void write(String text) throws IOException {
    if (text.isEmpty()) {
      return;
    }
    String next = half == 0 ? text : half + text;
    char last = next.charAt(next.length() - 1);
    half = Character.isHighSurrogate(last) ? last : 0;
    String ready = half == 0 ? next : next.substring(0, next.length() - 1);
    out.write(ready.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }

  @Override
  public void close() throws IOException {
    if (half != 0) {
      out.write('?');
    }
    out.close();
  }
}
