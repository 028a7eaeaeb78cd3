package io.github.patchlane.examples;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.mailinglist.MailingList;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes the newest revision of every contribution of a list, a diff a file. */
final class SeriesAsDiffs {
  private SeriesAsDiffs() {}

  static void write(String archive, Path folder) throws IOException {
    try (MailingList list = MailingList.open(archive)) {
      int number = 0;
      for (Contribution contribution : list.read().contributions()) {
        Path series = Files.createDirectories(folder.resolve(Integer.toString(++number)));
        for (Patch patch : contribution.newest().patches()) {
          // A cover without its patches, or a patch in an attachment of another kind, has none.
          byte[] diff = list.content(patch.id()).map(c -> c.diff()).orElse(new byte[0]);
          Files.write(series.resolve(patch.index() + ".diff"), diff);
        }
      }
    }
  }

  /** What was left out, and why: nothing is dropped quietly. */
  static void printProblems(String archive) {
    try (MailingList list = MailingList.open(archive)) {
      for (Problem problem : list.read().problems()) {
        System.err.println(problem.position() + ": " + problem.reason());
      }
    }
  }

  public static void main(String[] arguments) throws IOException {
    write(arguments[0], Path.of(arguments[1]));
    printProblems(arguments[0]);
  }
}
