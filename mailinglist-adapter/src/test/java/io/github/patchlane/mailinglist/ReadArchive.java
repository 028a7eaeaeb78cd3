package io.github.patchlane.mailinglist;

import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.Problem;

/** A program of its own, so that it can be given little memory: reads an archive and counts. */
final class ReadArchive {
  private ReadArchive() {}

  public static void main(String[] arguments) {
    try (MailingList list = MailingList.open(arguments[0])) {
      Harvest harvest = list.read();
      System.out.println(
          harvest.contributions().size()
              + " contributions, "
              + harvest.contributions().stream().mapToInt(c -> c.events().size()).sum()
              + " events");
      harvest.problems().stream()
          .map(Problem::reason)
          .distinct()
          .sorted()
          .forEach(System.out::println);
    }
  }
}
