package io.github.patchlane.mailinglist;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What senders and the repository say of a real list, by other means than this module's. */
final class RealTruth {
  private final Path folder;

  RealTruth(Path folder) {
    this.folder = folder;
  }

  /** Two revisions that follow each other, as a change-id or a link says. */
  record Step(String key, String earlier, String later) {}

  /** A commit and the mail it was made of. */
  record Landed(String commit, String mail, boolean samePatchId) {}

  private record Row(String key, int version, String mail) {}

  boolean isThere() {
    return Files.isReadable(folder.resolve("revisions.tsv"))
        && Files.isReadable(folder.resolve("landings.tsv"));
  }

  List<Step> steps() {
    Map<String, List<Row>> rounds = new HashMap<>();
    for (String[] cells : rows("revisions.tsv")) {
      rounds
          .computeIfAbsent(cells[0] + " " + cells[1], k -> new ArrayList<>())
          .add(new Row(cells[1], Integer.parseInt(cells[2]), cells[3]));
    }
    List<Step> steps = new ArrayList<>();
    for (List<Row> rows : rounds.values()) {
      rows.sort(Comparator.comparing(Row::version));
      for (int i = 1; i < rows.size(); i++) {
        steps.add(new Step(rows.get(i).key(), rows.get(i - 1).mail(), rows.get(i).mail()));
      }
    }
    return steps;
  }

  /** The change-id that each mail declares. */
  Map<String, String> changeIds() {
    Map<String, String> ids = new HashMap<>();
    for (String[] cells : rows("revisions.tsv")) {
      if (cells[0].equals("change-id")) {
        ids.put(cells[3], cells[1]);
      }
    }
    return ids;
  }

  List<Landed> landings() {
    return rows("landings.tsv").stream()
        .map(cells -> new Landed(cells[0], cells[1], cells[2].equals("1")))
        .toList();
  }

  private List<String[]> rows(String file) {
    try {
      return Files.readAllLines(folder.resolve(file)).stream()
          .skip(1)
          .map(line -> line.split("\t", -1))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + folder.resolve(file), e);
    }
  }
}
