package io.github.patchlane.mailinglist.review;

import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Own words under quoted lines: what is needed to find the line they are about once the patch is
 * known, without the mail.
 *
 * @param above the nearest quoted lines above the words
 * @param path of the file that the quote's own headers name last above it, empty where none does
 * @param hunk where the last quoted hunk header says that its lines begin in the new file, 0 where
 *     none is quoted for that file
 * @param counted the last quoted line's place, counted from a hunk header in the quote; empty where
 *     the quote has none or was cut since
 * @param joined the hash of the last quoted line and the words taken as one, where they may be a
 *     quoted line that a mail client broke in two, and so no comment
 */
public record QuotedComment(
    QuotedLines above, String path, int hunk, Optional<CountedLine> counted, OptionalInt joined) {
  public QuotedComment {
    Objects.requireNonNull(above);
    Objects.requireNonNull(path);
    Objects.requireNonNull(counted);
    Objects.requireNonNull(joined);
  }

  /** Whether the words stand under lines of a diff, found or not. */
  boolean underDiff() {
    return !path.isEmpty() || above.marked();
  }

  /**
   * A line of a file, by the quote alone.
   *
   * @param old whether the line is counted in the file before the patch
   */
  public record CountedLine(String path, int line, boolean old) {
    public CountedLine {
      Objects.requireNonNull(path);
    }
  }
}
