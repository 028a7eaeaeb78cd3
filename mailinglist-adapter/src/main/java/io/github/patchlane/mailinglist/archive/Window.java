package io.github.patchlane.mailinglist.archive;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.Optional;

/**
 * A stretch of a stream that slides forward: indices count from its start, which {@link #drop}
 * moves. A stream that breaks ends where it broke, and {@link #failure} tells why.
 */
final class Window {
  private static final int BLOCK = 1 << 17;

  private final InputStream in;
  private byte[] data = new byte[2 * BLOCK];
  private int start;
  private int end;
  private long offset;
  private boolean ended;
  private Optional<IOException> failure = Optional.empty();

  /**
   * @param offset where in the archive the stream's first byte lies
   */
  Window(InputStream in, long offset) {
    this.in = in;
    this.offset = offset;
  }

  /** Where in the archive index 0 lies. */
  long offset() {
    return offset;
  }

  Optional<IOException> failure() {
    return failure;
  }

  /** Whether at least that many bytes follow the start, reading on as needed. */
  boolean has(int bytes) {
    while (end - start < bytes && !ended) {
      readBlock();
    }
    return end - start >= bytes;
  }

  /** How many bytes have been read and not dropped. */
  int size() {
    return end - start;
  }

  /** The array that holds the window just now; index 0 of the window is {@link #base} in it. */
  byte[] array() {
    return data;
  }

  int base() {
    return start;
  }

  /**
   * The index of the first line feed at or after {@code from}, looking no further than {@code
   * limit} bytes into the window; -1 where there is none.
   */
  int lineFeed(int from, int limit) {
    int at = from;
    while (at < limit && has(at + 1)) {
      int stop = Math.min(end, start + limit);
      for (int i = start + at; i < stop; i++) {
        if (data[i] == '\n') {
          return i - start;
        }
      }
      at = stop - start;
    }
    return -1;
  }

  byte[] copy(int from, int to) {
    return Arrays.copyOfRange(data, start + from, start + to);
  }

  void drop(int bytes) {
    start += bytes;
    offset += bytes;
  }

  private void readBlock() {
    makeRoom();
    try {
      int n = in.read(data, end, data.length - end);
      if (n < 0) {
        ended = true;
      } else {
        end += n;
      }
    } catch (IOException e) {
      failure = Optional.of(e);
      ended = true;
    }
  }

  private void makeRoom() {
    if (data.length - end >= BLOCK) {
      return;
    }
    int size = end - start;
    // Grown for one long mail, the array shrinks again behind it.
    int wanted = size + BLOCK <= 2 * BLOCK ? 2 * BLOCK : Math.max(size + size / 2, size + BLOCK);
    byte[] target = wanted == data.length ? data : new byte[wanted];
    System.arraycopy(data, start, target, 0, size);
    data = target;
    start = 0;
    end = size;
  }
}
