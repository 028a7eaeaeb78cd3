package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.DurationMetric;
import io.github.patchlane.core.metrics.Experience;
import io.github.patchlane.core.metrics.Latency;
import io.github.patchlane.core.metrics.Subject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Every contribution with what was measured of it, so that each number can be traced: a fold a
 * month, the newest first.
 */
final class Register {
  /** Beyond so many rows a page is no longer pleasant to open. */
  private static final int ROWS = 5000;

  private static final List<String> HEADERS =
      List.of("Contribution", "Patches", "From", "First response", "Landing", "State");

  private final Markup page;
  private final Links links;
  private final String target;

  /**
   * @param target what the names of the months' folds begin with
   */
  Register(Markup page, Links links, String target) {
    this.page = page;
    this.links = links;
    this.target = target;
  }

  void write(LaneReport lane) {
    page.leaf(
        "p",
        "What was measured of each, by the month of its opening. A plus sign marks a wait that is"
            + " not over.");
    page.line();
    List<MonthFigures> months = new ArrayList<>(MonthFigures.of(lane.latency()));
    Collections.reverse(months);
    int rows = 0;
    int left = 0;
    for (MonthFigures month : months) {
      if (rows + month.opened().size() > ROWS) {
        left += month.opened().size();
      } else {
        rows += month.opened().size();
        month(month, lane);
      }
    }
    if (left > 0) {
      page.leaf(
          "p",
          Wording.count(left)
              + " more are too many for a page; patchlane latency --format csv prints one row"
              + " for each contribution.");
      page.line();
    }
  }

  private void month(MonthFigures month, LaneReport lane) {
    page.open("details");
    page.leaf("summary", month.month() + " (" + Wording.count(month.opened().size()) + ")");
    String caption = "c" + target + month.month();
    page.open(
        "div", "class", "scroll", "tabindex", "0", "role", "group", "aria-labelledby", caption);
    page.open("table", "class", "register", "id", target + month.month());
    page.leaf("caption", "Opened in " + month.month(), "id", caption);
    page.open("thead").open("tr");
    HEADERS.forEach(header -> page.leaf("th", header, "scope", "col"));
    page.close().closeLine();
    page.open("tbody").line();
    month.opened().forEach(subject -> row(subject, lane));
    page.close().close().close().closeLine();
  }

  private void row(Subject subject, LaneReport lane) {
    page.open("tr").open("th", "scope", "row");
    MailReference.first(subject.contribution(), links).write(page);
    page.close();
    page.leaf("td", subject.strata().size());
    page.leaf("td", submitter(subject.career().experience()));
    page.leaf("td", wait(Measures.FIRST_RESPONSE.duration(), subject, lane));
    page.leaf("td", wait(Measures.LANDING.duration(), subject, lane));
    page.leaf("td", subject.contribution().state().label());
    page.closeLine();
  }

  private static String submitter(Experience experience) {
    return switch (experience) {
      case NEWCOMER -> "newcomer";
      case KNOWN -> "regular";
      case UNKNOWN -> "";
    };
  }

  private static String wait(DurationMetric metric, Subject subject, LaneReport lane) {
    List<Latency> waits = metric.of(subject, lane.options());
    if (waits.isEmpty() || waits.get(0) instanceof Latency.NotApplicable) {
      return Figures.NOT_REACHED;
    }
    Latency wait = waits.get(0);
    return Figures.duration(wait.passed()) + (wait instanceof Latency.Pending ? " +" : "");
  }
}
