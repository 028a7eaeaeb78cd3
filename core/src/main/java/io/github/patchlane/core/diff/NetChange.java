package io.github.patchlane.core.diff;

import java.util.Locale;
import java.util.Optional;

/**
 * What a change does to each file, whatever way its diff was cut: the lines that the file has
 * afterwards less those it had before, as a multiset, white space aside. Two diffs of one change
 * agree on it even where they chose other hunks, other context or another algorithm, and it can be
 * had from two versions of a file without comparing them.
 *
 * <p>Lines that only move cancel out, so it tells less than a {@linkplain StablePatchId patch-id}:
 * equal patch-ids have equal net changes, the other way round it is merely likely.
 *
 * @param value a 64-bit digest: equal for equal changes, and for others by bad luck only
 */
public record NetChange(long value) {
  /**
   * Of a whole diff; linear.
   *
   * @return empty where there is no diff, or where nothing is left of it because lines only moved
   *     or changed their white space
   */
  public static Optional<NetChange> of(UnifiedDiff diff) {
    Builder change = builder();
    for (FileDiff file : diff.files()) {
      String oldPath = file.oldPath().orElse(file.path());
      if (file.content() == FileDiff.Content.TEXT) {
        change.file(oldPath, file.path(), lines(diff, file));
      } else {
        change.binary(oldPath, file.path(), file.oldBlob().orElse(""), file.newBlob().orElse(""));
      }
    }
    return change.build();
  }

  /**
   * Reads back what {@link #toString} wrote.
   *
   * @throws IllegalArgumentException for anything but 16 hex digits
   */
  public static NetChange parse(String text) {
    if (text.length() != 16) {
      throw new IllegalArgumentException("not a net change: \"" + text + '"');
    }
    return new NetChange(Long.parseUnsignedLong(text, 16));
  }

  /** Sixteen hex digits. */
  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%016x", value);
  }

  /** For a change that is at hand otherwise than as a diff. */
  public static Builder builder() {
    return new Builder();
  }

  private static long lines(UnifiedDiff diff, FileDiff file) {
    byte[] text = diff.text().text();
    long sum = 0;
    for (DiffHunk hunk : file.hunks()) {
      for (int i = 0; i < hunk.size(); i++) {
        LineKind kind = hunk.kind(i);
        if (kind == LineKind.ADDED) {
          sum += LineSum.ofLine(text, hunk.contentStart(i), hunk.contentEnd(i));
        } else if (kind == LineKind.REMOVED) {
          sum -= LineSum.ofLine(text, hunk.contentStart(i), hunk.contentEnd(i));
        }
      }
    }
    return sum;
  }

  /** The sum over the files of a change, given in any order. Not thread-safe. */
  public static final class Builder {
    private long sum;
    private boolean substantial;

    private Builder() {}

    /**
     * Adds one file.
     *
     * @param oldPath the same as the new one unless it was renamed or copied
     * @param lines the new side's {@link LineSum} less the old side's
     */
    public Builder file(String oldPath, String newPath, long lines) {
      long paths = LineSum.mix(LineSum.ofText(oldPath) + 1) + LineSum.ofText(newPath);
      sum += LineSum.mix(LineSum.mix(paths) ^ lines);
      substantial |= lines != 0;
      return this;
    }

    /** Adds one binary file; of its blobs' ids only as much counts as every diff shows. */
    public Builder binary(String oldPath, String newPath, String oldBlob, String newBlob) {
      return file(oldPath, newPath, LineSum.ofText(shortened(oldBlob) + ".." + shortened(newBlob)));
    }

    private static String shortened(String blob) {
      return blob.substring(0, Math.min(7, blob.length()));
    }

    public Optional<NetChange> build() {
      return substantial ? Optional.of(new NetChange(sum)) : Optional.empty();
    }
  }
}
