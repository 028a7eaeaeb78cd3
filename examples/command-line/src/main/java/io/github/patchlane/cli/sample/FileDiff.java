package io.github.patchlane.cli.sample;

import java.util.List;

/** The diff of one file. */
record FileDiff(String path, boolean created, List<DiffLine> lines) {
  FileDiff {
    lines = List.copyOf(lines);
  }

  int added() {
    return count(DiffLine.Kind.ADDED);
  }

  int removed() {
    return count(DiffLine.Kind.REMOVED);
  }

  private int count(DiffLine.Kind kind) {
    return (int) lines.stream().filter(line -> line.kind() == kind).count();
  }
}
