package io.github.patchlane.core.git;

import java.util.OptionalInt;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;

/** What became of the lines of one text in another; lines are counted from 0. */
final class LineMap {
  /** As many unchanged lines are shown around a change. */
  private static final int CONTEXT = 3;

  private final EditList edits;

  LineMap(byte[] before, byte[] after) {
    this.edits = GitDiff.edits(before, after);
  }

  /** The same line afterwards; empty where it was removed. */
  OptionalInt forward(int line) {
    int shift = 0;
    for (Edit edit : edits) {
      if (line < edit.getBeginA()) {
        break;
      }
      if (line < edit.getEndA()) {
        return OptionalInt.empty();
      }
      shift = edit.getEndB() - edit.getEndA();
    }
    return OptionalInt.of(line + shift);
  }

  /** The same line before; empty where it was added. */
  OptionalInt back(int line) {
    int shift = 0;
    for (Edit edit : edits) {
      if (line < edit.getBeginB()) {
        break;
      }
      if (line < edit.getEndB()) {
        return OptionalInt.empty();
      }
      shift = edit.getEndA() - edit.getEndB();
    }
    return OptionalInt.of(line + shift);
  }

  /** Whether a line of the text before is shown in the diff. */
  boolean showsOld(int line) {
    return edits.stream()
        .anyMatch(e -> line >= e.getBeginA() - CONTEXT && line < e.getEndA() + CONTEXT);
  }

  /** Whether a line of the text afterwards is shown in the diff. */
  boolean showsNew(int line) {
    return edits.stream()
        .anyMatch(e -> line >= e.getBeginB() - CONTEXT && line < e.getEndB() + CONTEXT);
  }
}
