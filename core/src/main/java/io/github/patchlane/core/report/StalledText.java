package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.Exclusion;
import io.github.patchlane.core.metrics.Stalled;
import io.github.patchlane.core.metrics.StalledReport;
import io.github.patchlane.core.metrics.Turn;
import java.util.List;

/** What waits for whom, for people: first what the maintainers' side owes. */
public final class StalledText {
  private StalledText() {}

  public static String of(StalledReport report, Links links) {
    StringBuilder text = new StringBuilder();
    List<Stalled> authors =
        report.items().stream().filter(i -> i.turn().side() == Turn.Side.AUTHOR).toList();
    List<Stalled> maintainers = report.items().subList(0, report.items().size() - authors.size());
    text.append("Open contributions: ")
        .append(report.items().size())
        .append(", as of ")
        .append(report.options().asOf())
        .append('\n');
    if (!report.options().landingsKnown()) {
      text.append("No repository was given: some of these may have landed.\n");
    }
    section(text, "WAITING FOR REVIEWERS AND COMMITTERS", maintainers, links);
    section(text, "WAITING FOR THEIR AUTHORS", authors, links);
    if (report.dormant() > 0) {
      text.append('\n')
          .append(report.dormant())
          .append(" more are open, on which nothing was done for ")
          .append(report.options().dormantAfter().toDays())
          .append(" days; --dormant DAYS moves that bound.\n");
    }
    for (Exclusion exclusion : report.excluded()) {
      text.append("Left out: ").append(exclusion.count());
      text.append(" (").append(exclusion.reason()).append(")\n");
    }
    if (!report.excluded().isEmpty()) {
      text.append("patchlane latency --left-out names them.\n");
    }
    return text.toString();
  }

  private static void section(StringBuilder text, String title, List<Stalled> items, Links links) {
    if (items.isEmpty()) {
      return;
    }
    text.append('\n').append(title).append('\n');
    Table table = new Table(2);
    for (Stalled item : items) {
      table.row(
          List.of(
              Figures.duration(item.waiting()), SafeText.line(item.contribution().title(), 60)));
      table.row(List.of("", "  " + detail(item)));
      if (!WaitingTable.couldHelp(item).isEmpty()) {
        table.row(List.of("", "  " + WaitingTable.couldHelp(item)));
      }
      table.row(List.of("", "  " + SafeText.line(links.of(item.contribution()))));
    }
    table.print(text);
  }

  private static String detail(Stalled item) {
    return item.turn().reason().text()
        + " since "
        + item.turn().since()
        + (item.active().isEmpty()
            ? "; nobody has replied"
            : "; active: " + WaitingTable.tookPart(item));
  }
}
