package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.source.Obstacle;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Why a patch does not apply.
 *
 * @param patch that does not fit; those before it did
 * @param kind what is in the way
 * @param path of the file; empty where the patch as a whole is at fault
 * @param hunk of that file, counted from 1; empty where no hunk is at fault
 * @param detail one clause for a person
 */
public record ApplyObstacle(
    SourceId patch, Kind kind, Optional<String> path, OptionalInt hunk, String detail)
    implements Obstacle {
  public ApplyObstacle {
    Objects.requireNonNull(patch);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(path);
    Objects.requireNonNull(hunk);
    Objects.requireNonNull(detail);
  }

  /** What is in the way. */
  public enum Kind {
    /** The diff breaks the rules of its own format, or was cut short. */
    CORRUPT,
    /** A file that it changes is not there. */
    MISSING_FILE,
    /** A file that it adds is there, or a directory stands in its place. */
    FILE_EXISTS,
    /** A file is of another kind or content than it says: a link, a submodule, a binary. */
    WRONG_FILE,
    /** A hunk's lines are not in the file. */
    HUNK,
    /** Merging left both sides' changes in one place. */
    MERGE,
    /** It would write outside the tree, into git's own files or beyond a symbolic link. */
    UNSAFE_PATH;

    /** The name in machine-readable output. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** The file and hunk, and what is in the way. */
  @Override
  public String reason() {
    StringBuilder line = new StringBuilder();
    path.ifPresent(p -> line.append(p).append(": "));
    hunk.ifPresent(h -> line.append("hunk ").append(h).append(": "));
    return line.append(detail).toString();
  }

  @Override
  public String toString() {
    return reason();
  }
}
