package io.github.patchlane.core.diff;

import java.nio.charset.StandardCharsets;

/**
 * Digests of lines that can be added and taken away, so that a sum stands for a multiset of lines.
 * White space within a line does not count, as in git's patch-ids.
 */
public final class LineSum {
  private static final long START = 0xcbf29ce484222325L;
  private static final long STEP = 0x100000001b3L;

  private LineSum() {}

  /** The sum over every line of a file. */
  public static long ofFile(byte[] content) {
    long sum = 0;
    int start = 0;
    long hash = START;
    for (int p = 0; p < content.length; p++) {
      byte b = content[p];
      if (b == '\n') {
        sum += mix(hash);
        hash = START;
        start = p + 1;
      } else if (b != ' ' && b != '\t' && b != '\r') {
        hash = (hash ^ b) * STEP;
      }
    }
    return start < content.length ? sum + mix(hash) : sum;
  }

  /** The digest of the one line between these offsets, with or without its line end. */
  public static long ofLine(byte[] text, int from, int to) {
    long hash = START;
    for (int p = from; p < to; p++) {
      byte b = text[p];
      if (b != ' ' && b != '\t' && b != '\r' && b != '\n') {
        hash = (hash ^ b) * STEP;
      }
    }
    return mix(hash);
  }

  static long ofText(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    return ofLine(bytes, 0, bytes.length);
  }

  /** Spreads every bit over all others; what is summed up must not be linear in its input. */
  static long mix(long value) {
    long v = value;
    v = (v ^ (v >>> 33)) * 0xff51afd7ed558ccdL;
    v = (v ^ (v >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return v ^ (v >>> 33);
  }
}
