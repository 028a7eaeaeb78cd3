package io.github.patchlane.core.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * A month a column and a row for each year and lane, the deeper the more; every field leads to the
 * contributions of its month.
 *
 * @param steps from where on each of the deeper shades is used, ascending
 */
record Calendar(
    String title,
    List<Lane> lanes,
    Function<MonthFigures, OptionalDouble> figure,
    DoubleFunction<String> words,
    List<Double> steps) {
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;

  Calendar {
    lanes = List.copyOf(lanes);
    steps = List.copyOf(steps);
  }

  /**
   * One lane's months.
   *
   * @param target what the names of the months' folds begin with
   */
  record Lane(String name, String target, List<MonthFigures> months) {
    Lane {
      months = List.copyOf(months);
    }

    private List<MonthFigures> in(int year) {
      return months.stream().filter(m -> m.year() == year).toList();
    }
  }

  static List<Calendar> all(List<Lane> lanes) {
    double most =
        lanes.stream()
            .flatMap(lane -> lane.months().stream())
            .mapToInt(m -> m.opened().size())
            .max()
            .orElse(0);
    return List.of(
        new Calendar(
            "Contributions opened",
            lanes,
            m -> OptionalDouble.of(m.opened().size()),
            count -> Wording.count(Math.round(count)),
            List.of(most / 5, 2 * most / 5, 3 * most / 5, 4 * most / 5)),
        new Calendar(
            "Median time to first response",
            lanes,
            MonthFigures::response,
            Figures::duration,
            List.of(8 * HOUR, DAY, 3 * DAY, 7 * DAY)),
        new Calendar(
            "Share not answered by day 30",
            lanes,
            MonthFigures::ignored,
            share -> Math.round(100 * share) + " %",
            List.of(0.05, 0.1, 0.2, 0.35)));
  }

  void write(Markup page) {
    boolean several = lanes.size() > 1;
    page.open("thead").open("tr").leaf("th", "Year", "scope", "col");
    if (several) {
      page.leaf("th", "Lane", "scope", "col", "class", "lane");
    }
    for (String month : MONTHS) {
      page.leaf("th", month, "scope", "col");
    }
    page.close().closeLine();
    for (int year : years()) {
      page.open("tbody").line();
      List<Lane> rows = lanes.stream().filter(lane -> !lane.in(year).isEmpty()).toList();
      for (Lane lane : rows) {
        page.open("tr");
        if (!several) {
          page.leaf("th", name(year), "scope", "row");
        } else {
          if (lane.equals(rows.get(0))) {
            page.leaf("th", name(year), "scope", "rowgroup", "rowspan", rows.size() + "");
          }
          page.open("th", "scope", "row", "class", "lane");
          page.leaf("bdi", SafeText.line(lane.name(), 40)).close();
        }
        row(page, lane, year);
        page.closeLine();
      }
      page.closeLine();
    }
  }

  private List<Integer> years() {
    return lanes.stream()
        .flatMap(lane -> lane.months().stream())
        .map(MonthFigures::year)
        .distinct()
        .sorted()
        .toList();
  }

  private static String name(int year) {
    return String.format(Locale.ROOT, "%04d", year);
  }

  private void row(Markup page, Lane lane, int year) {
    for (int i = 1; i <= MONTHS.length; i++) {
      int month = i;
      lane.in(year).stream()
          .filter(m -> m.monthOfYear() == month)
          .findFirst()
          .ifPresentOrElse(m -> field(page, lane, m), () -> page.leaf("td", ""));
    }
  }

  private void field(Markup page, Lane lane, MonthFigures month) {
    OptionalDouble value = figure.apply(month);
    String shade = value.isPresent() ? "heat" + shade(value.getAsDouble()) : "unknown";
    page.open("td", "class", shade);
    page.leaf(
        "a",
        value.isPresent() ? words.apply(value.getAsDouble()) : Figures.NOT_REACHED,
        "href",
        "#" + lane.target() + month.month());
    page.close();
  }

  private long shade(double value) {
    return 1 + steps.stream().filter(step -> value >= step).count();
  }
}
