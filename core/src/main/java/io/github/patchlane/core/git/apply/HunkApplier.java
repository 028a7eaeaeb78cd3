package io.github.patchlane.core.git.apply;

import java.util.List;

/**
 * Puts hunks into a file by git's rules: each at the place nearest to where it says, all of its
 * context there byte for byte; a hunk that starts at the first line only at the beginning, one
 * without context below only at the end.
 */
final class HunkApplier {
  private final Lines file;

  private HunkApplier(Lines file) {
    this.file = file;
  }

  /**
   * The file with all hunks in it.
   *
   * @param path for the refusal
   */
  static byte[] apply(byte[] content, List<Hunk> hunks, String path) throws Refused {
    HunkApplier applier = new HunkApplier(Lines.of(content));
    for (int i = 0; i < hunks.size(); i++) {
      Hunk hunk = hunks.get(i);
      int at = applier.find(hunk);
      if (at < 0) {
        throw Refused.hunk(
            path,
            i + 1,
            "its lines are not there, near line " + hunk.oldPosition() + " or anywhere");
      }
      applier.file.replace(at, hunk.before().size(), hunk.after());
    }
    return applier.file.toBytes();
  }

  /** Where the hunk goes, or -1. */
  private int find(Hunk hunk) {
    Lines wanted = hunk.before();
    boolean atBeginning = hunk.oldPosition() <= 1;
    boolean atEnd = hunk.trailing() == 0;
    int lastFit = file.size() - wanted.size();
    if (lastFit < 0 || (atBeginning && atEnd && lastFit != 0)) {
      return -1;
    }
    if (atBeginning) {
      return file.holds(wanted, 0) ? 0 : -1;
    }
    if (atEnd) {
      return file.holds(wanted, lastFit) ? lastFit : -1;
    }
    int start = Math.min(Math.max(hunk.newPosition() - 1, 0), file.size());
    if (file.holds(wanted, start)) {
      return start;
    }
    // Below before above, one line further away each time.
    for (int off = 1; off <= file.size(); off++) {
      if (start + off <= lastFit && file.holds(wanted, start + off)) {
        return start + off;
      }
      if (start - off >= 0 && file.holds(wanted, start - off)) {
        return start - off;
      }
    }
    return -1;
  }
}
