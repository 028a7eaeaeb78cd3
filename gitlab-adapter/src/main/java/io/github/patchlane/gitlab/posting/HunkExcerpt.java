package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.diff.DiffHunk;
import io.github.patchlane.core.diff.DiffLine;
import io.github.patchlane.core.diff.FileDiff;
import io.github.patchlane.core.diff.LineKind;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.LineAnchor.Side;

/** The lines of a patch that lead up to the one commented on, for where no thread can be put. */
final class HunkExcerpt {
  private static final int LINES = 6;

  private HunkExcerpt() {}

  /** With markers and the file's name above; empty where the patch has no such line. */
  static String of(UnifiedDiff diff, LineAnchor anchor) {
    boolean old = anchor.side() == Side.OLD;
    for (FileDiff file : diff.files()) {
      String path = old ? file.oldPath().orElseGet(file::path) : file.path();
      if (path.equals(anchor.path())) {
        for (DiffHunk hunk : file.hunks()) {
          int index = indexOf(hunk, anchor.line(), old ? LineKind.REMOVED : LineKind.ADDED, old);
          if (index >= 0) {
            return path + "\n" + lines(hunk, index);
          }
        }
      }
    }
    return "";
  }

  private static int indexOf(DiffHunk hunk, int line, LineKind own, boolean old) {
    int number = old ? hunk.oldStart() : hunk.newStart();
    for (int i = 0; i < hunk.size(); i++) {
      LineKind kind = hunk.kind(i);
      if (kind == own || kind == LineKind.CONTEXT) {
        if (number == line) {
          return i;
        }
        number++;
      }
    }
    return -1;
  }

  private static String lines(DiffHunk hunk, int last) {
    StringBuilder text =
        new StringBuilder(
            "@@ -%d,%d +%d,%d @@"
                .formatted(hunk.oldStart(), hunk.oldCount(), hunk.newStart(), hunk.newCount()));
    for (int i = Math.max(0, last - LINES + 1); i <= last; i++) {
      DiffLine line = hunk.lines().get(i);
      text.append('\n').append(marker(line.kind())).append(line.content());
    }
    return text.toString();
  }

  private static char marker(LineKind kind) {
    return switch (kind) {
      case CONTEXT -> ' ';
      case ADDED -> '+';
      case REMOVED -> '-';
      case NO_NEWLINE -> '\\';
    };
  }
}
