package io.github.patchlane.core.diff;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What a diff does to one file. Paths are relative to the root of the tree, without {@code a/} and
 * {@code b/}; they come from strangers and may hold {@code ..}.
 *
 * @param oldPath absent for an added file
 * @param newPath absent for a deleted file
 * @param oldMode git's file mode, for instance octal 100644; absent where the diff doesn't say
 * @param newMode likewise, after the change
 * @param similarity of a rename or copy, in percent
 * @param oldBlob the id, usually abbreviated, before the change
 * @param newBlob the id, usually abbreviated, after the change
 * @param start offset of the file's first header line in the parsed text
 * @param end offset behind the file's last line in the parsed text
 */
public record FileDiff(
    Change change,
    Optional<String> oldPath,
    Optional<String> newPath,
    OptionalInt oldMode,
    OptionalInt newMode,
    OptionalInt similarity,
    Optional<String> oldBlob,
    Optional<String> newBlob,
    Content content,
    List<DiffHunk> hunks,
    int start,
    int end) {

  /** What becomes of the file as a whole. */
  public enum Change {
    MODIFIED,
    ADDED,
    DELETED,
    RENAMED,
    COPIED
  }

  /** How the diff tells the file's content. */
  public enum Content {
    /** In hunks; in none, where only a name or a mode changes or an empty file comes or goes. */
    TEXT,
    /** Not at all: {@code Binary files differ}. */
    BINARY_OMITTED,
    /** As a whole, in {@code GIT binary patch}. */
    BINARY_LITERAL,
    /** As a delta, in {@code GIT binary patch}. */
    BINARY_DELTA
  }

  public FileDiff {
    Objects.requireNonNull(change, "change");
    Objects.requireNonNull(content, "content");
    if (oldPath.isEmpty() && newPath.isEmpty()) {
      throw new IllegalArgumentException("a file with no path at all");
    }
    hunks = List.copyOf(hunks);
  }

  /** The new path, or the old one of a deleted file. */
  public String path() {
    return newPath.or(() -> oldPath).orElseThrow();
  }

  /** Whether a hunk lacks lines. */
  public boolean damaged() {
    return hunks.stream().anyMatch(DiffHunk::damaged);
  }

  /** The size of this file's change. */
  public DiffStat stat() {
    int added = 0;
    int removed = 0;
    for (DiffHunk hunk : hunks) {
      added += hunk.count(LineKind.ADDED);
      removed += hunk.count(LineKind.REMOVED);
    }
    List<String> paths =
        change == Change.RENAMED
            ? List.of(oldPath.orElseThrow(), newPath.orElseThrow())
            : List.of(path());
    return new DiffStat(paths, added, removed);
  }
}
