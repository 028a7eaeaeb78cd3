package io.github.patchlane.core.diff;

import java.util.List;

/**
 * How much a diff touches.
 *
 * @param paths the files, each once, in order of name; both names of a rename
 * @param added the number of added lines
 * @param removed the number of removed lines
 */
public record DiffStat(List<String> paths, int added, int removed) {
  public static final DiffStat NONE = new DiffStat(List.of(), 0, 0);

  public DiffStat {
    paths = paths.stream().distinct().sorted().toList();
    if (added < 0 || removed < 0) {
      throw new IllegalArgumentException("negative number of lines: " + added + ", " + removed);
    }
  }
}
