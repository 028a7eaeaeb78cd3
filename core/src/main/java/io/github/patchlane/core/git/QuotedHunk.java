package io.github.patchlane.core.git;

import io.github.patchlane.core.diff.DiffHunk;
import io.github.patchlane.core.diff.FileDiff;
import io.github.patchlane.core.diff.LineKind;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.LineAnchor.Side;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One side of a hunk, and a line of it.
 *
 * @param lines of that side
 * @param start where the header says that they begin, from 0
 * @param index of the line among them
 */
record QuotedHunk(List<byte[]> lines, int start, int index) {
  /** The hunk that holds the anchor's line; empty where the diff has no such line. */
  static Optional<QuotedHunk> of(UnifiedDiff diff, LineAnchor anchor) {
    boolean old = anchor.side() == Side.OLD;
    for (FileDiff file : diff.files()) {
      if (path(file, old).equals(anchor.path())) {
        for (DiffHunk hunk : file.hunks()) {
          int start = old ? hunk.oldStart() : hunk.newStart();
          List<byte[]> lines = side(hunk, old ? LineKind.REMOVED : LineKind.ADDED);
          int index = anchor.line() - start;
          if (index >= 0 && index < lines.size()) {
            return Optional.of(new QuotedHunk(lines, start - 1, index));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static String path(FileDiff file, boolean old) {
    return old ? file.oldPath().orElseGet(file::path) : file.path();
  }

  private static List<byte[]> side(DiffHunk hunk, LineKind own) {
    List<byte[]> lines = new ArrayList<>();
    for (int i = 0; i < hunk.size(); i++) {
      LineKind kind = hunk.kind(i);
      if (kind == own || kind == LineKind.CONTEXT) {
        lines.add(hunk.content(i));
      }
    }
    return lines;
  }
}
