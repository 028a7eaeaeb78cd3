package io.github.patchlane.gitlab.export;

import java.io.IOException;
import java.io.InputStream;

/**
 * A stream in lines, each of which is itself a stream: a line of many megabytes is never held
 * whole.
 */
final class Lines {
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];
  private int from;
  private int to;
  private int number;

  Lines(InputStream in) {
    this.in = in;
  }

  /** The number of the present line, from 1. */
  int number() {
    return number;
  }

  /** Goes to the next line, wherever in the present one its reader stopped; false at the end. */
  boolean next() throws IOException {
    if (number > 0) {
      finish();
    }
    number++;
    return fill();
  }

  private void finish() throws IOException {
    while (!ended && fill()) {
      while (from < to) {
        if (buffer[from++] == '\n') {
          ended = true;
          break;
        }
      }
    }
    ended = false;
  }

  private boolean ended;

  private boolean fill() throws IOException {
    if (from < to) {
      return true;
    }
    from = 0;
    to = Math.max(0, in.read(buffer, 0, buffer.length));
    return to > 0;
  }

  /** The present line, without its end; to be read before the next one is gone to. */
  InputStream line() {
    return new InputStream() {
      @Override
      public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
      }

      @Override
      public int read(byte[] target, int offset, int length) throws IOException {
        if (ended || length == 0 || !fill()) {
          return length == 0 ? 0 : -1;
        }
        int count = 0;
        while (count < length && from < to) {
          byte b = buffer[from++];
          if (b == '\n') {
            ended = true;
            break;
          }
          target[offset + count++] = b;
        }
        return count == 0 ? (ended ? -1 : read(target, offset, length)) : count;
      }
    };
  }
}
