package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.conversion.RequestPreview;
import io.github.patchlane.core.metrics.Definition;
import io.github.patchlane.core.metrics.Exclusion;
import io.github.patchlane.core.metrics.Stalled;
import java.util.List;
import java.util.stream.IntStream;

/** The sections as parts of a page. Long lists are folded; what does not fit scrolls in its box. */
final class PageForm implements Form {
  private static final int ROWS = 30;

  /** A page below two megabytes, with room for the letters that take several bytes. */
  private static final int SIZE = 1_900_000;

  private static final int NAMES = 100;

  private static final String PICTURE =
      "The band is the 95 % interval; a short stroke is a contribution whose watching ended there;"
          + " the time axis is stretched towards its start.";

  private final Markup page;
  private final TrialReport report;
  private int grids;

  PageForm(Markup page, TrialReport report) {
    this.page = page;
    this.report = report;
  }

  @Override
  public void heading(String text) {
    page.leaf("h3", text).line();
  }

  @Override
  public void lead(String text, Measures... metrics) {
    page.open("p", "class", "lead").text(Wording.unbroken(text));
    references(List.of(metrics));
    page.closeLine();
  }

  @Override
  public void paragraph(String text, Measures... metrics) {
    page.open("p").text(Wording.unbroken(text));
    references(List.of(metrics));
    page.closeLine();
  }

  @Override
  public void headlines(List<Headline> headlines) {
    page.open("dl", "class", "headlines").line();
    for (Headline headline : headlines) {
      page.open("div");
      page.open("dt").text(headline.label());
      references(List.of(headline.metric()));
      page.close();
      page.leaf("dd", headline.value(), "class", "figure");
      page.leaf("dd", Wording.unbroken(headline.detail()), "class", "detail");
      page.closeLine();
    }
    page.closeLine();
  }

  @Override
  public void grid(Grid grid) {
    if (grid.rows().isEmpty()) {
      page.leaf("p", grid.caption() + ": none.");
      page.line();
      return;
    }
    openTable("", grid.caption(), grid.metrics());
    new GridTable(page).write(grid);
    closeTable();
  }

  @Override
  public void chart(Chart chart) {
    page.open("figure").line();
    page.open(
        "div",
        "class",
        "scroll",
        "tabindex",
        "0",
        "role",
        "group",
        "aria-label",
        chart.title() + ", picture");
    new ChartPicture(page, chart).write();
    page.closeLine();
    page.open("figcaption").text(chart.title() + ": " + chart.vertical());
    references(List.of(chart.metric()));
    page.leaf("small", PICTURE);
    page.closeLine();
    page.closeLine();
    page.open("details", "class", "same").leaf("summary", "The same as a table").line();
    grid(chart.readings());
    page.closeLine();
  }

  @Override
  public void waiting(String caption, List<Stalled> items) {
    heading(caption + " (" + Wording.count(items.size()) + ")");
    if (items.isEmpty()) {
      page.leaf("p", "Nothing.").line();
      return;
    }
    WaitingTable table = new WaitingTable(page, report.links());
    openTable("waiting", caption, List.of());
    table.write(items.subList(0, Math.min(ROWS, items.size())));
    closeTable();
    if (items.size() > ROWS) {
      List<Stalled> rest = items.subList(ROWS, items.size());
      page.open("details").leaf("summary", Wording.count(rest.size()) + " more").line();
      openTable("waiting", caption + ", continued", List.of());
      table.write(rest);
      closeTable();
      page.closeLine();
    }
  }

  @Override
  public void behind(String caption, List<Contribution> contributions) {
    if (contributions.isEmpty()) {
      return;
    }
    openNames(caption, contributions);
    if (contributions.size() > NAMES) {
      page.open("p").text("And " + Wording.count(contributions.size() - NAMES) + " more; ");
      page.leaf("a", "every contribution", "href", "#" + register(contributions.get(0)));
      page.text(" stands at the end.").close();
    }
    page.closeLine();
  }

  /** Opens a fold and names the first of them; what more there is to say is the caller's. */
  private void openNames(String caption, List<Contribution> contributions) {
    page.open("details");
    page.leaf("summary", caption + " (" + Wording.count(contributions.size()) + ")");
    page.open("ul", "class", "mails").line();
    for (Contribution contribution :
        contributions.subList(0, Math.min(NAMES, contributions.size()))) {
      page.open("li");
      MailReference.first(contribution, report.links()).write(page);
      page.closeLine();
    }
    page.close();
  }

  @Override
  public void leftOut(String caption, List<Exclusion> excluded, String whole) {
    grid(Grid.leftOut(caption, excluded));
    for (Exclusion exclusion : excluded) {
      List<Contribution> contributions = exclusion.contributions();
      openNames(
          exclusion.metric().map(metric -> metric + ": ").orElse("") + exclusion.reason(),
          contributions);
      if (contributions.size() > NAMES) {
        page.leaf(
            "p", "And " + Wording.count(contributions.size() - NAMES) + " more; " + whole + ".");
      }
      page.closeLine();
    }
  }

  @Override
  public void preview(RequestPreview preview) {
    new PreviewPicture(page).write(preview);
  }

  @Override
  public void months(List<LaneReport> lanes) {
    List<Calendar.Lane> rows =
        lanes.stream()
            .map(l -> new Calendar.Lane(l.name(), target(l), MonthFigures.of(l.latency())))
            .toList();
    if (rows.stream().allMatch(lane -> lane.months().isEmpty())) {
      return;
    }
    for (Calendar calendar : Calendar.all(rows)) {
      openTable("calendar", calendar.title(), List.of());
      calendar.write(page);
      closeTable();
    }
  }

  @Override
  public void definitions(List<Definition> definitions) {
    page.open("dl", "class", "definitions").line();
    for (int i = 0; i < definitions.size(); i++) {
      Definition definition = definitions.get(i);
      page.open("div", "id", anchor(definition.id()));
      page.open("dt").leaf("span", (i + 1) + "", "class", "key");
      page.leaf("code", definition.id()).close();
      page.leaf(
          "dd",
          definition.text()
              + definition.chaoss().map(name -> " (CHAOSS: " + name + ".)").orElse(""));
      page.closeLine();
    }
    page.closeLine();
  }

  @Override
  public void register(LaneReport lane) {
    page.open("div", "class", "screen").line();
    page.leaf("h3", "Every contribution", "id", registerOf(report.lanes().indexOf(lane))).line();
    int after = report.lanes().size() - report.lanes().indexOf(lane) - 1;
    int left = Math.max(0, SIZE - page.size());
    new Register(page, report, target(lane)).write(lane, SIZE - left * after / (after + 1));
    page.closeLine();
  }

  private static String registerOf(int lane) {
    return "register" + (lane <= 0 ? "" : "-" + lane);
  }

  /** Of the lane on which a contribution is. */
  private String register(Contribution contribution) {
    List<LaneReport> lanes = report.lanes();
    return registerOf(
        IntStream.range(0, lanes.size())
            .filter(
                i ->
                    lanes.get(i).latency().subjects().stream()
                        .anyMatch(s -> s.contribution().id().equals(contribution.id())))
            .findFirst()
            .orElse(0));
  }

  /** Links to the definitions of the numbers that were just given. */
  private void references(List<Measures> metrics) {
    for (Measures metric : metrics) {
      page.text("\u00a0");
      page.leaf(
          "a",
          Integer.toString(metric.number()),
          "class",
          "ref",
          "href",
          "#" + anchor(metric.id()),
          "title",
          metric.id(),
          "aria-label",
          metric.number() + ": definition of " + metric.id());
    }
  }

  /** What the names of this lane's months begin with. */
  private String target(LaneReport lane) {
    return "lane" + (report.lanes().indexOf(lane) + 1) + "-";
  }

  private static String anchor(String metric) {
    return "def-" + metric;
  }

  private void openTable(String kind, String caption, List<Measures> metrics) {
    grids++;
    String id = "table-" + grids;
    page.open("div", "class", "scroll", "tabindex", "0", "role", "group", "aria-labelledby", id);
    page.open("table", "class", kind).line();
    page.open("caption", "id", id).text(caption);
    references(metrics);
    page.closeLine();
  }

  private void closeTable() {
    page.close().closeLine();
  }
}
