package io.github.patchlane.core.git.apply;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A run of lines, each with its line end if it has one, cut from one text or several. */
final class Lines {
  private byte[][] texts = new byte[8][];
  private int[] starts = new int[8];
  private int[] ends = new int[8];
  private int[] hashes = new int[8];
  private boolean[] patched = new boolean[8];
  private int size;

  /** All lines of a file; the last may lack its line end. */
  static Lines of(byte[] content) {
    Lines lines = new Lines();
    int at = 0;
    while (at < content.length) {
      int next = at;
      while (next < content.length && content[next] != '\n') {
        next++;
      }
      next = Math.min(content.length, next + 1);
      lines.add(content, at, next);
      at = next;
    }
    return lines;
  }

  void add(byte[] text, int start, int end) {
    if (size == starts.length) {
      grow(size * 2);
    }
    texts[size] = text;
    starts[size] = start;
    ends[size] = end;
    hashes[size] = hash(text, start, end);
    patched[size] = false;
    size++;
  }

  private void grow(int capacity) {
    texts = Arrays.copyOf(texts, capacity);
    starts = Arrays.copyOf(starts, capacity);
    ends = Arrays.copyOf(ends, capacity);
    hashes = Arrays.copyOf(hashes, capacity);
    patched = Arrays.copyOf(patched, capacity);
  }

  private static int hash(byte[] text, int start, int end) {
    int hash = 1;
    for (int i = start; i < end; i++) {
      hash = 31 * hash + text[i];
    }
    return hash;
  }

  int size() {
    return size;
  }

  /** Whether all of the other's lines stand here from a place on, none of them put by a hunk. */
  boolean holds(Lines other, int at) {
    if (at + other.size > size) {
      return false;
    }
    for (int i = 0; i < other.size; i++) {
      if (patched[at + i] || hashes[at + i] != other.hashes[i]) {
        return false;
      }
    }
    for (int i = 0; i < other.size; i++) {
      if (!Arrays.equals(
          texts[at + i],
          starts[at + i],
          ends[at + i],
          other.texts[i],
          other.starts[i],
          other.ends[i])) {
        return false;
      }
    }
    return true;
  }

  /** Puts other lines in the place of some; those are never taken for a later hunk's. */
  void replace(int at, int count, Lines other) {
    int newSize = size - count + other.size;
    if (newSize > starts.length) {
      grow(Math.max(newSize, size * 2));
    }
    int tail = size - at - count;
    System.arraycopy(texts, at + count, texts, at + other.size, tail);
    System.arraycopy(starts, at + count, starts, at + other.size, tail);
    System.arraycopy(ends, at + count, ends, at + other.size, tail);
    System.arraycopy(hashes, at + count, hashes, at + other.size, tail);
    System.arraycopy(patched, at + count, patched, at + other.size, tail);
    System.arraycopy(other.texts, 0, texts, at, other.size);
    System.arraycopy(other.starts, 0, starts, at, other.size);
    System.arraycopy(other.ends, 0, ends, at, other.size);
    System.arraycopy(other.hashes, 0, hashes, at, other.size);
    Arrays.fill(patched, at, at + other.size, true);
    size = newSize;
  }

  byte[] toBytes() {
    ByteArrayOutputStream out = new ByteArrayOutputStream(1024);
    for (int i = 0; i < size; i++) {
      out.write(texts[i], starts[i], ends[i] - starts[i]);
    }
    return out.toByteArray();
  }
}
