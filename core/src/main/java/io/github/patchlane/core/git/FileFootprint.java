package io.github.patchlane.core.git;

import io.github.patchlane.core.diff.FileDiff;
import java.util.Objects;
import java.util.Optional;

/**
 * What one patch says of one file before and after it.
 *
 * @param oldPath absent for an added file
 * @param newPath absent for a deleted file
 * @param oldBlob the id before, usually abbreviated; absent where the patch does not say
 * @param newBlob the id after, likewise
 * @param copied whether the old path stays as it was
 * @param lines the old side of its hunks, where no id tells what the file was
 */
public record FileFootprint(
    Optional<String> oldPath,
    Optional<String> newPath,
    Optional<String> oldBlob,
    Optional<String> newBlob,
    boolean copied,
    Optional<OldLines> lines) {
  public FileFootprint {
    Objects.requireNonNull(oldPath);
    Objects.requireNonNull(newPath);
    Objects.requireNonNull(oldBlob);
    Objects.requireNonNull(newBlob);
    Objects.requireNonNull(lines);
  }

  static FileFootprint of(FileDiff file) {
    boolean toldByLines =
        file.oldBlob().isEmpty() && file.oldPath().isPresent() && !file.hunks().isEmpty();
    return new FileFootprint(
        file.oldPath(),
        file.newPath(),
        file.oldBlob(),
        file.newBlob(),
        file.change() == FileDiff.Change.COPIED,
        toldByLines ? Optional.of(OldLines.of(file)) : Optional.empty());
  }
}
