package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.diff.DiffIndex;
import java.util.Arrays;

/**
 * Quoted lines in reading order, each kept as the hash of its content and its marker. A reading of
 * several lines as one, or of one line as several, which a mail client may have made of it, stands
 * beside it as an entry of its own. Immutable.
 */
public final class QuotedLines {
  static final QuotedLines NONE = new QuotedLines(new int[0], new byte[0]);

  /** From this weight on a line is recognised by itself: more than a brace or an {@code else}. */
  private static final double TELLING = 0.2;

  private final int[] hashes;
  private final byte[] markers;

  private QuotedLines(int[] hashes, byte[] markers) {
    this.hashes = hashes;
    this.markers = markers;
  }

  int size() {
    return hashes.length;
  }

  /** As {@link DiffIndex#hashOf(CharSequence)} computes it. */
  int hash(int i) {
    return hashes[i];
  }

  /** {@code +}, {@code -}, or a space where the quote shows neither. */
  char marker(int i) {
    return (char) markers[i];
  }

  boolean telling(int i) {
    return DiffIndex.weightOf(hashes[i]) > TELLING;
  }

  /** Whether any line shows that it was added or removed. */
  boolean marked() {
    for (byte marker : markers) {
      if (marker != ' ') {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof QuotedLines that
        && Arrays.equals(hashes, that.hashes)
        && Arrays.equals(markers, that.markers);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(hashes) + Arrays.hashCode(markers);
  }

  @Override
  public String toString() {
    return hashes.length + " quoted lines";
  }

  /** Takes lines nearest first and keeps a bounded number. */
  static final class Builder {
    private static final int LIMIT = 20;

    private final int[] hashes = new int[LIMIT];
    private final byte[] markers = new byte[LIMIT];
    private int size;

    boolean isEmpty() {
      return size == 0;
    }

    boolean full() {
      return size == LIMIT;
    }

    void add(String content, char marker) {
      if (!full() && !content.isBlank()) {
        hashes[LIMIT - 1 - size] = DiffIndex.hashOf(content);
        markers[LIMIT - 1 - size] = (byte) marker;
        size++;
      }
    }

    QuotedLines build() {
      return size == 0
          ? NONE
          : new QuotedLines(
              Arrays.copyOfRange(hashes, LIMIT - size, LIMIT),
              Arrays.copyOfRange(markers, LIMIT - size, LIMIT));
    }
  }
}
