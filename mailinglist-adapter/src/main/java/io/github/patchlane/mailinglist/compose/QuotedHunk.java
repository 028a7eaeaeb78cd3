package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.diff.DiffHunk;
import io.github.patchlane.core.diff.DiffLine;
import io.github.patchlane.core.diff.FileDiff;
import io.github.patchlane.core.diff.LineKind;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.review.LineAnchor;
import java.util.List;
import java.util.Optional;

/**
 * The lines of a patch that a comment is about, quoted as a mail program would: the file, the hunk,
 * and the lines down to the one meant, so that readers of mail find the place, and programs too.
 */
final class QuotedHunk {
  /** Lines above the one meant; as many as a comment usually needs to be understood. */
  private static final int ABOVE = 6;

  private QuotedHunk() {}

  /**
   * Quotes a place.
   *
   * @return empty where the diff does not hold that line
   */
  static Optional<String> of(UnifiedDiff diff, LineAnchor anchor) {
    boolean old = anchor.side() == LineAnchor.Side.OLD;
    for (FileDiff file : diff.files()) {
      Optional<String> path = old ? file.oldPath() : file.newPath();
      if (path.equals(Optional.of(anchor.path()))) {
        for (DiffHunk hunk : file.hunks()) {
          int at = find(hunk, anchor.line(), old);
          if (at >= 0) {
            return Optional.of(quote(file, hunk, at));
          }
        }
      }
    }
    return Optional.empty();
  }

  private static int find(DiffHunk hunk, int line, boolean old) {
    int oldLine = hunk.oldStart();
    int newLine = hunk.newStart();
    for (int i = 0; i < hunk.size(); i++) {
      LineKind kind = hunk.kind(i);
      boolean onOld = kind == LineKind.REMOVED || kind == LineKind.CONTEXT;
      boolean onNew = kind == LineKind.ADDED || kind == LineKind.CONTEXT;
      if ((old && onOld && oldLine == line) || (!old && onNew && newLine == line)) {
        return i;
      }
      oldLine += onOld ? 1 : 0;
      newLine += onNew ? 1 : 0;
    }
    return -1;
  }

  private static String quote(FileDiff file, DiffHunk hunk, int at) {
    StringBuilder out = new StringBuilder();
    String from = file.oldPath().orElse(file.path());
    out.append("> diff --git a/").append(from).append(" b/").append(file.path()).append('\n');
    out.append("> @@ -").append(hunk.oldStart()).append(',').append(hunk.oldCount());
    out.append(" +").append(hunk.newStart()).append(',').append(hunk.newCount()).append(" @@");
    out.append(hunk.section().isEmpty() ? "" : " ").append(hunk.section()).append('\n');
    int start = Math.max(0, at - ABOVE);
    if (start > 0) {
      out.append("> [...]\n");
    }
    List<DiffLine> lines = hunk.lines();
    for (DiffLine line : lines.subList(start, at + 1)) {
      out.append("> ").append(marker(line.kind())).append(line.content()).append('\n');
    }
    return out.toString().replace("\r", "");
  }

  private static char marker(LineKind kind) {
    return switch (kind) {
      case ADDED -> '+';
      case REMOVED -> '-';
      case CONTEXT -> ' ';
      case NO_NEWLINE -> '\\';
    };
  }
}
