package io.github.patchlane.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tab-separated lines below a line of headings. */
final class TruthTable {
  private TruthTable() {}

  /**
   * The cells of every line but the first.
   *
   * @throws UncheckedIOException when the file cannot be read
   */
  static List<List<String>> rows(Path file) {
    try {
      return Files.readAllLines(file).stream()
          .skip(1)
          .map(line -> List.of(line.split("\t", -1)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the truth from " + file, e);
    }
  }
}
