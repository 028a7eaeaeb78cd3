package io.github.patchlane.core.git;

import java.util.Objects;
import java.util.OptionalInt;

/**
 * A line of a branch's change as a whole, as a tool that shows {@code git diff base head} names it:
 * an added line by its new number, a removed one by its old number, a context line by both.
 *
 * @param oldPath before the branch; of an added file the new path
 * @param newPath after the branch; of a deleted file the old path
 * @param oldLine from 1
 * @param newLine from 1
 */
public record DiffPlace(String oldPath, String newPath, OptionalInt oldLine, OptionalInt newLine) {
  public DiffPlace {
    Objects.requireNonNull(oldPath);
    Objects.requireNonNull(newPath);
    Objects.requireNonNull(oldLine);
    Objects.requireNonNull(newLine);
    if (oldLine.isEmpty() && newLine.isEmpty()) {
      throw new IllegalArgumentException("a line of neither side of " + newPath);
    }
  }
}
