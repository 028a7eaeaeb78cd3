package io.github.patchlane.core.git.apply;

import java.util.HashMap;
import java.util.Map;

/**
 * How much of one file is in another, as git counts it to find renames: by pieces of a line or of
 * 64 bytes.
 */
final class Similarity {
  /** Files are one and the same at this score. */
  static final int SAME = 60_000;

  /** From here on git takes a file for another one renamed. */
  static final int RENAME = 30_000;

  /** A file of the same name elsewhere must be this similar to be taken without comparing all. */
  static final int SAME_NAME = 45_000;

  private static final int LONGEST_PIECE = 64;
  private static final int LOOKED_AT_FOR_ZERO = 8_000;

  private Similarity() {}

  /** The bytes in each piece of a file, by the piece's hash. */
  static Map<Long, Integer> pieces(byte[] content) {
    boolean text = !isBinary(content);
    Map<Long, Integer> pieces = new HashMap<>();
    long hash = 0;
    int length = 0;
    for (int i = 0; i < content.length; i++) {
      byte c = content[i];
      if (text && c == '\r' && i + 1 < content.length && content[i + 1] == '\n') {
        continue;
      }
      hash = hash * 1_000_003 + (c & 0xff) + 1;
      length++;
      if (length == LONGEST_PIECE || c == '\n') {
        pieces.merge(hash, length, Integer::sum);
        hash = 0;
        length = 0;
      }
    }
    if (length > 0) {
      pieces.merge(hash, length, Integer::sum);
    }
    return pieces;
  }

  /** Whether so small or large a file can be similar enough at all. */
  static boolean isPossible(long size, long otherSize, int least) {
    long larger = Math.max(size, otherSize);
    long difference = larger - Math.min(size, otherSize);
    return larger * (SAME - least) >= difference * SAME;
  }

  static int score(Map<Long, Integer> old, long oldSize, byte[] content) {
    if (content.length == 0) {
      return 0;
    }
    long copied = 0;
    for (Map.Entry<Long, Integer> piece : pieces(content).entrySet()) {
      copied += Math.min(piece.getValue(), old.getOrDefault(piece.getKey(), 0));
    }
    return (int) (copied * SAME / Math.max(oldSize, content.length));
  }

  /** Git's rule: a zero byte near the start. */
  static boolean isBinary(byte[] content) {
    int end = Math.min(content.length, LOOKED_AT_FOR_ZERO);
    for (int i = 0; i < end; i++) {
      if (content[i] == 0) {
        return true;
      }
    }
    return false;
  }
}
