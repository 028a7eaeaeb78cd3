package io.github.patchlane.core.review;

import io.github.patchlane.core.contribution.SourceId;
import java.util.Locale;
import java.util.Objects;

/**
 * The line of a patch that a comment is about.
 *
 * @param patch the patch whose diff holds the line
 * @param path of the file on that side
 * @param line from 1, in that side's file
 * @param side whether the line is counted in the file before or after the patch
 */
public record LineAnchor(SourceId patch, String path, int line, Side side) {
  public LineAnchor {
    Objects.requireNonNull(patch);
    Objects.requireNonNull(path);
    Objects.requireNonNull(side);
    if (line < 1) {
      throw new IllegalArgumentException("lines are counted from 1: " + line);
    }
  }

  /** Removed lines exist on the old side only; added and context lines are given on the new one. */
  public enum Side {
    OLD,
    NEW;

    /** The name in machine-readable output. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
