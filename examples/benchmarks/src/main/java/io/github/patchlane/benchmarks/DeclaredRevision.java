package io.github.patchlane.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * One posting of an effort, as its sender declared it.
 *
 * @param source how it was declared
 * @param effort what all its postings share
 * @param mail the posting's first mail
 */
record DeclaredRevision(String source, String effort, int version, String mail) {
  static List<DeclaredRevision> read(Path file) {
    return TruthTable.rows(file).stream()
        .map(
            cells ->
                new DeclaredRevision(
                    cells.get(0), cells.get(1), Integer.parseInt(cells.get(2)), cells.get(3)))
        .toList();
  }

  boolean hasChangeId() {
    return source.equals("change-id");
  }
}
