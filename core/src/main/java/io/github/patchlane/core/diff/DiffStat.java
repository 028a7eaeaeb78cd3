package io.github.patchlane.core.diff;

import java.util.Collection;
import java.util.List;
import java.util.TreeSet;

/**
 * The size of a change.
 *
 * @param paths sorted and distinct: the new path of a file, the old one of a deleted file, both of
 *     a renamed file
 * @param added lines
 * @param removed lines
 */
public record DiffStat(List<String> paths, int added, int removed) {
  public static final DiffStat EMPTY = new DiffStat(List.of(), 0, 0);

  public DiffStat {
    if (added < 0 || removed < 0) {
      throw new IllegalArgumentException("negative lines: +" + added + " -" + removed);
    }
    paths = sorted(paths);
  }

  /** The size of both changes taken together, as of the patches of one series. */
  public DiffStat plus(DiffStat other) {
    TreeSet<String> union = new TreeSet<>(paths);
    union.addAll(other.paths);
    return new DiffStat(List.copyOf(union), added + other.added, removed + other.removed);
  }

  private static List<String> sorted(Collection<String> paths) {
    if (paths.size() <= 1) {
      return List.copyOf(paths);
    }
    return List.copyOf(new TreeSet<>(paths));
  }
}
