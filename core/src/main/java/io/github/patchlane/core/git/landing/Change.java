package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.diff.DiffHunk;
import io.github.patchlane.core.diff.DiffIndex;
import io.github.patchlane.core.diff.FileDiff;
import io.github.patchlane.core.diff.LineKind;
import io.github.patchlane.core.diff.UnifiedDiff;
import java.nio.charset.StandardCharsets;

/**
 * A change as hashes, to be compared with others: its lines, the words in them, and the words of
 * the message. What a typo changes in a line still shares the words.
 *
 * @param lines added, removed and around
 * @param tokens the words of the added and removed lines
 * @param message the words of the message, title and trailers aside
 */
record Change(DiffIndex lines, Words tokens, Words message) {
  /** Beyond so many bytes of changed lines more words tell no more. */
  private static final int ENOUGH = 1 << 18;

  static Change of(byte[] diff, Words message) {
    UnifiedDiff parsed = UnifiedDiff.parse(diff);
    return new Change(parsed.index(), tokens(parsed), message);
  }

  private static Words tokens(UnifiedDiff diff) {
    Words.Builder words = new Words.Builder();
    int read = 0;
    for (FileDiff file : diff.files()) {
      for (DiffHunk hunk : file.hunks()) {
        for (int i = 0; i < hunk.size() && read < ENOUGH; i++) {
          if (hunk.kind(i) == LineKind.ADDED || hunk.kind(i) == LineKind.REMOVED) {
            byte[] line = hunk.content(i);
            read += line.length;
            words.add(new String(line, StandardCharsets.ISO_8859_1));
          }
        }
      }
    }
    return words.build();
  }

  /** How many lines are added or removed. */
  int size() {
    return lines.stat().added() + lines.stat().removed();
  }
}
