package io.github.patchlane.core.git.landing;

import java.util.Arrays;

/**
 * The distinct words of a text as hashes, sorted: four bytes a word. Immutable.
 *
 * <p>Words are letters, digits and underscores, case aside; single letters are left out.
 */
public final class Words {
  static final Words NONE = new Words(new int[0]);

  private final int[] hashes;

  private Words(int[] hashes) {
    this.hashes = hashes;
  }

  static Words of(String text) {
    Builder words = new Builder();
    words.add(text);
    return words.build();
  }

  /** Of a commit message below its title; trailers are left out, for they are added on the way. */
  static Words ofBody(String body) {
    Builder words = new Builder();
    body.lines().filter(line -> !isTrailer(line)).forEach(words::add);
    return words.build();
  }

  private static boolean isTrailer(String line) {
    int colon = line.indexOf(": ");
    if (colon < 1) {
      return false;
    }
    for (int i = 0; i < colon; i++) {
      char c = line.charAt(i);
      if (!Character.isLetterOrDigit(c) && c != '-') {
        return false;
      }
    }
    return (line.indexOf('-') > 0 && line.indexOf('-') < colon)
        || line.startsWith("Link")
        || line.startsWith("Fixes")
        || line.startsWith("Cc")
        || line.startsWith("Closes");
  }

  boolean isEmpty() {
    return hashes.length == 0;
  }

  /** One key a word, ascending. */
  long[] keys() {
    return Arrays.stream(hashes).asLongStream().toArray();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Words that && Arrays.equals(hashes, that.hashes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(hashes);
  }

  @Override
  public String toString() {
    return hashes.length + " words";
  }

  /** Collects the words of several texts. */
  static final class Builder {
    private static final char[] LATIN_1 = new char[256];

    static {
      for (char c = 0; c < LATIN_1.length; c++) {
        LATIN_1[c] = lower(c);
      }
    }

    private int[] hashes = new int[32];
    private int size;
    private int hash;
    private int length;
    private char last;

    void add(String text) {
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        add(c < LATIN_1.length ? LATIN_1[c] : lower(c));
      }
      add((char) 0);
    }

    /** The same of bytes, each a character of Latin-1. */
    void add(byte[] text, int from, int to) {
      for (int i = from; i < to; i++) {
        add(LATIN_1[text[i] & 0xff]);
      }
      add((char) 0);
    }

    /** One character, folded: what is no part of a word ends one. */
    private void add(char c) {
      if (c != 0) {
        hash = 31 * hash + c;
        length++;
        last = c;
      } else if (length > 0) {
        if (length > 1 || Character.isDigit(last)) {
          put(hash);
        }
        hash = 0;
        length = 0;
      }
    }

    private static char lower(char c) {
      char lower = Character.toLowerCase(c);
      return Character.isLetterOrDigit(lower) || lower == '_' ? lower : 0;
    }

    private void put(int hash) {
      if (size == hashes.length) {
        hashes = Arrays.copyOf(hashes, 2 * size);
      }
      hashes[size++] = hash;
    }

    Words build() {
      Arrays.sort(hashes, 0, size);
      int distinct = 0;
      for (int i = 0; i < size; i++) {
        if (distinct == 0 || hashes[distinct - 1] != hashes[i]) {
          hashes[distinct++] = hashes[i];
        }
      }
      return distinct == 0 ? NONE : new Words(Arrays.copyOf(hashes, distinct));
    }
  }
}
