package io.github.patchlane.core.report;

import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.Function;

/**
 * A year a row and a month a column, the deeper the more; every field leads to the contributions of
 * its month.
 *
 * @param target what the names of the months' folds begin with
 * @param steps from where on each of the deeper shades is used, ascending
 */
record Calendar(
    String title,
    String target,
    List<MonthFigures> months,
    Function<MonthFigures, OptionalDouble> figure,
    DoubleFunction<String> words,
    List<Double> steps) {
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };
  private static final double HOUR = 3600;
  private static final double DAY = 24 * HOUR;

  Calendar {
    months = List.copyOf(months);
    steps = List.copyOf(steps);
  }

  static List<Calendar> all(List<MonthFigures> months, String target) {
    double most = months.stream().mapToInt(m -> m.opened().size()).max().orElse(0);
    return List.of(
        new Calendar(
            "contributions opened",
            target,
            months,
            m -> OptionalDouble.of(m.opened().size()),
            count -> Wording.count(Math.round(count)),
            List.of(most / 5, 2 * most / 5, 3 * most / 5, 4 * most / 5)),
        new Calendar(
            "median time to first response",
            target,
            months,
            MonthFigures::response,
            Figures::duration,
            List.of(8 * HOUR, DAY, 3 * DAY, 7 * DAY)),
        new Calendar(
            "share not answered by day 30",
            target,
            months,
            MonthFigures::ignored,
            share -> Math.round(100 * share) + " %",
            List.of(0.05, 0.1, 0.2, 0.35)));
  }

  void write(Markup page) {
    TreeMap<Integer, TreeMap<Integer, MonthFigures>> years = new TreeMap<>();
    months.forEach(
        m -> years.computeIfAbsent(m.year(), y -> new TreeMap<>()).put(m.monthOfYear(), m));
    page.open("thead").open("tr").leaf("th", "Year", "scope", "col");
    for (String month : MONTHS) {
      page.leaf("th", month, "scope", "col");
    }
    page.close().closeLine();
    page.open("tbody").line();
    years.forEach(
        (year, found) -> {
          page.open("tr");
          page.leaf("th", String.format(Locale.ROOT, "%04d", year), "scope", "row");
          for (int month = 1; month <= MONTHS.length; month++) {
            MonthFigures figures = found.get(month);
            if (figures == null) {
              page.leaf("td", "");
            } else {
              field(page, figures);
            }
          }
          page.closeLine();
        });
    page.closeLine();
  }

  private void field(Markup page, MonthFigures month) {
    OptionalDouble value = figure.apply(month);
    String shade = value.isPresent() ? "heat" + shade(value.getAsDouble()) : "unknown";
    page.open("td", "class", shade);
    page.leaf(
        "a",
        value.isPresent() ? words.apply(value.getAsDouble()) : Figures.NOT_REACHED,
        "href",
        "#" + target + month.month());
    page.close();
  }

  private long shade(double value) {
    return 1 + steps.stream().filter(step -> value >= step).count();
  }
}
