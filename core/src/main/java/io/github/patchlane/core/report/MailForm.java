package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.conversion.RequestPreview;
import io.github.patchlane.core.metrics.Definition;
import io.github.patchlane.core.metrics.Exclusion;
import io.github.patchlane.core.metrics.Stalled;
import io.github.patchlane.core.report.Grid.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The sections as parts of a mail; numbers in brackets are the definitions' at its end. */
final class MailForm implements Form {
  private static final int ROWS = 12;
  private static final int NAMES = 8;
  private static final int MONTHS = 24;

  private final PlainText mail = new PlainText();
  private final Links links;

  MailForm(Links links) {
    this.links = links;
  }

  void title(String text) {
    mail.line(text).line("=".repeat(text.length())).line("");
  }

  void section(String title) {
    mail.line("").line(title).line("-".repeat(title.length())).line("");
  }

  String finish() {
    return mail.finish();
  }

  @Override
  public void heading(String text) {
    mail.gap().wrapped(text, "");
    mail.line("");
  }

  @Override
  public void lead(String text, Measures... metrics) {
    mail.wrapped(text + notes(List.of(metrics)), "");
  }

  @Override
  public void paragraph(String text, Measures... metrics) {
    mail.wrapped(text + notes(List.of(metrics)), "").line("");
  }

  @Override
  public void headlines(List<Headline> headlines) {
    // The sentences say it all.
  }

  @Override
  public void grid(Grid grid) {
    boolean none = grid.rows().isEmpty();
    mail.gap().wrapped(grid.caption() + (none ? ": none." : notes(grid.metrics())), "");
    if (none) {
      mail.line("");
    } else if (!mail.columns(table(grid))) {
      grid.rows().forEach(row -> stacked(grid.headers(), row));
      mail.line("");
    }
  }

  private static Table table(Grid grid) {
    Table table = new Table(grid.texts());
    table.row(grid.headers());
    for (List<Cell> row : grid.rows()) {
      table.row(row.stream().map(Cell::text).toList());
      if (row.stream().anyMatch(cell -> !cell.detail().isEmpty())) {
        table.row(row.stream().map(Cell::detail).toList());
      }
    }
    return table;
  }

  /** A row that is too wide for a mail: one line a field. */
  private void stacked(List<String> headers, List<Cell> row) {
    mail.wrapped("  " + row.get(0).text(), "    ");
    for (int i = 1; i < row.size(); i++) {
      Cell cell = row.get(i);
      String detail = cell.detail().isEmpty() ? "" : " (" + cell.detail() + ")";
      mail.wrapped("    " + headers.get(i) + ": " + cell.text() + detail, "      ");
    }
  }

  @Override
  public void chart(Chart chart) {
    grid(chart.readings());
  }

  @Override
  public void waiting(String caption, List<Stalled> items) {
    heading(caption + " (" + Wording.count(items.size()) + ")");
    if (items.isEmpty()) {
      mail.line("Nothing.");
    }
    for (Stalled item : items.subList(0, Math.min(ROWS, items.size()))) {
      String waited = Figures.duration(item.waiting());
      mail.wrapped(
          waited + " ".repeat(Math.max(1, 7 - waited.length())) + WaitingTable.title(item),
          "       ");
      mail.wrapped(
          "       "
              + WaitingTable.move(item)
              + (item.active().isEmpty() ? "; " : "; took part: ")
              + WaitingTable.tookPart(item)
              + (WaitingTable.couldHelp(item).isEmpty() ? "" : "; " + WaitingTable.couldHelp(item)),
          "       ");
      mail.line("       " + reference(MailReference.newest(item.contribution(), links)));
    }
    if (items.size() > ROWS) {
      mail.line("       and " + Wording.count(items.size() - ROWS) + " more");
    }
    mail.line("");
  }

  @Override
  public void behind(String caption, List<Contribution> contributions) {
    if (contributions.isEmpty()) {
      return;
    }
    mail.gap().wrapped(caption + " (" + Wording.count(contributions.size()) + "):", "");
    contributions.stream()
        .limit(NAMES)
        .forEach(c -> mail.line("  " + reference(MailReference.first(c, links))));
    if (contributions.size() > NAMES) {
      mail.line("  and " + Wording.count(contributions.size() - NAMES) + " more");
    }
    mail.line("");
  }

  @Override
  public void leftOut(String caption, List<Exclusion> excluded, String whole) {
    grid(Grid.leftOut(caption, excluded));
    if (!excluded.isEmpty()) {
      mail.wrapped(whole + ".", "").line("");
    }
  }

  @Override
  public void preview(RequestPreview preview) {
    mail.wrapped(
        "The page shows one of them as it would look: " + SafeText.line(preview.title(), 100) + ".",
        "");
    mail.line("");
  }

  @Override
  public void months(List<LaneReport> lanes) {
    lanes.forEach(this::months);
  }

  private void months(LaneReport lane) {
    List<MonthFigures> months = MonthFigures.of(lane.latency());
    List<MonthFigures> newest = months.subList(Math.max(0, months.size() - MONTHS), months.size());
    List<List<Cell>> rows = new ArrayList<>();
    for (MonthFigures month : newest) {
      rows.add(
          Stream.of(
                  month.month(),
                  Wording.count(month.opened().size()),
                  Figures.duration(month.response()),
                  percent(month.ignored()))
              .map(Cell::of)
              .toList());
    }
    grid(
        new Grid(
            newest.size() < months.size()
                ? lane.name() + ": the last " + MONTHS + " of " + months.size() + " months"
                : lane.name(),
            List.of(),
            List.of("Month", "Opened", "First response", "None by day 30"),
            1,
            rows));
  }

  @Override
  public void definitions(List<Definition> definitions) {
    for (int i = 0; i < definitions.size(); i++) {
      Definition definition = definitions.get(i);
      String number = "[" + (i + 1) + "]";
      mail.wrapped(
          number + " ".repeat(5 - number.length()) + definition.id() + ": " + definition.text(),
          "     ");
    }
    mail.line("");
  }

  @Override
  public void register(LaneReport lane) {
    mail.gap()
        .wrapped(
            "One row for each contribution, with what was measured of it: patchlane latency"
                + " --format csv.",
            "");
  }

  private static String percent(OptionalDouble share) {
    return share.isPresent() ? Math.round(100 * share.getAsDouble()) + " %" : Figures.NOT_REACHED;
  }

  private static String reference(MailReference reference) {
    return "<" + (reference.address().isEmpty() ? reference.name() : reference.address()) + ">";
  }

  private static String notes(List<Measures> metrics) {
    return metrics.isEmpty()
        ? ""
        : " " + metrics.stream().map(m -> "[" + m.number() + "]").collect(Collectors.joining(""));
  }
}
