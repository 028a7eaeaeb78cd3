package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.review.ReviewEvent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Contributions as rows, for a terminal and for a spreadsheet. */
final class ContributionTable {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("yyyy-MM-dd", Locale.ROOT).withZone(ZoneOffset.UTC);

  private ContributionTable() {}

  static String text(List<Contribution> contributions) {
    StringBuilder table = new StringBuilder();
    table.append(
        String.format(
            Locale.ROOT,
            "%-10s  %-13s %4s %7s %7s  %-20s  %s%n",
            "OPENED",
            "STATE",
            "REV",
            "PATCHES",
            "REPLIES",
            "BY",
            "TITLE"));
    for (Contribution c : contributions) {
      table.append(
          String.format(
              Locale.ROOT,
              "%-10s  %-13s %4d %7s %7d  %-20s  %s%n",
              DAY.format(c.openedAt()),
              c.state().label(),
              rounds(c),
              patches(c),
              replies(c),
              cut(TerminalText.of(name(c)), 20),
              TerminalText.of(c.title())));
    }
    return table.toString();
  }

  /** A merge request's patches lie in git, which need not have been asked for them. */
  private static String patches(Contribution c) {
    int patches = c.newest().patches().size();
    return patches == 0 && c.lane() == Lane.MERGE_REQUEST ? "-" : Integer.toString(patches);
  }

  static String csv(List<Contribution> contributions) {
    StringBuilder csv = new StringBuilder();
    csv.append(
        "id,lane,opened_at,state,submitter_name,submitter_email,revisions,patches,replies,landed_patches,title\n");
    for (Contribution c : contributions) {
      csv.append(
          Stream.of(
                  c.id().value(),
                  c.lane().label(),
                  c.openedAt().toString(),
                  c.state().label(),
                  c.submitter().name(),
                  c.submitter().email(),
                  Long.toString(rounds(c)),
                  Integer.toString(c.newest().patches().size()),
                  Long.toString(replies(c)),
                  Integer.toString(c.landings().size()),
                  c.title())
              .map(Csv::field)
              .collect(Collectors.joining(",")));
      csv.append('\n');
    }
    return csv.toString();
  }

  private static long rounds(Contribution c) {
    return c.revisions().stream().filter(r -> r.kind() != Revision.Kind.REFRESH).count();
  }

  /** Mails and notes by people other than the submitter, each once. */
  private static long replies(Contribution c) {
    return c.events().stream()
        .filter(e -> !(e instanceof ReviewEvent.RevisionPosted || e instanceof ReviewEvent.Landed))
        .filter(e -> e.by().isHumanOtherThan(c.submitter()))
        .map(e -> e.act().source())
        .distinct()
        .count();
  }

  private static String name(Contribution c) {
    return c.submitter().name().isEmpty() ? c.submitter().email() : c.submitter().name();
  }

  private static String cut(String text, int width) {
    return text.length() <= width ? text : text.substring(0, width - 1) + "…";
  }
}
