package io.github.patchlane.core.diff;

import java.io.ByteArrayOutputStream;

/** A diff's lines as one text. */
final class GitText implements GitLines {
  private final ByteArrayOutputStream out;

  GitText(int size) {
    out = new ByteArrayOutputStream(size);
  }

  @Override
  public void headerLine(byte[] bytes, int from, int to) {
    out.write(bytes, from, to - from);
    out.write('\n');
  }

  @Override
  public void hunkLine(int marker, byte[] bytes, int from, int to) {
    out.write(marker);
    headerLine(bytes, from, to);
  }

  byte[] bytes() {
    return out.toByteArray();
  }
}
