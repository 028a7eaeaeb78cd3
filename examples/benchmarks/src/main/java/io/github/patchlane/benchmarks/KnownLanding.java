package io.github.patchlane.benchmarks;

import java.nio.file.Path;
import java.util.List;

/**
 * A commit and the mail that it was made of.
 *
 * @param samePatchId whether nothing of the change was edited on the way
 */
record KnownLanding(String commit, String mail, boolean samePatchId) {
  static List<KnownLanding> read(Path file) {
    return TruthTable.rows(file).stream()
        .map(cells -> new KnownLanding(cells.get(0), cells.get(1), cells.get(2).equals("1")))
        .toList();
  }
}
