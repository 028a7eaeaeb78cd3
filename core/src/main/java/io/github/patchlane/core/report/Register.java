package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.metrics.DurationMetric;
import io.github.patchlane.core.metrics.Experience;
import io.github.patchlane.core.metrics.Latency;
import io.github.patchlane.core.metrics.Subject;
import io.github.patchlane.core.trial.Trial;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Every contribution with what was measured of it, so that each number can be traced: a fold a
 * month, the newest first.
 */
final class Register {
  /** What a row takes at most, but for names that are longer than any are. */
  private static final int ROW = 500;

  private static final List<String> HEADERS =
      List.of("Contribution", "Patches", "From", "First response", "Landing", "State");

  private final Markup page;
  private final Links links;
  private final String target;
  private final Optional<Map<ContributionId, String>> groups;

  /**
   * @param target what the names of the months' folds begin with
   */
  Register(Markup page, TrialReport report, String target) {
    this.page = page;
    this.links = report.links();
    this.target = target;
    this.groups = report.trial().map(Register::groups);
  }

  /** With whom each is compared. */
  private static Map<ContributionId, String> groups(Trial trial) {
    return trial.matching().cases().stream()
        .collect(
            Collectors.toMap(
                c -> c.subject().contribution().id(),
                c ->
                    c.stratum().isPresent()
                        ? Integer.toString(c.stratum().getAsInt() + 1)
                        : Figures.NOT_REACHED));
  }

  /**
   * @param size how much the page may hold in the end, in signs: more is no longer pleasant to open
   */
  void write(LaneReport lane, int size) {
    page.leaf(
        "p",
        "What was measured of each, by the month of its opening. A plus sign marks a wait that is"
            + " not over."
            + (groups.isPresent()
                ? " Those of one group are compared with each other; those without one have no"
                    + " like on the other lane."
                : "")
            + " The other waits are columns of patchlane latency --format csv.");
    page.line();
    List<MonthFigures> months = new ArrayList<>(MonthFigures.of(lane.latency()));
    Collections.reverse(months);
    int left = 0;
    for (MonthFigures month : months) {
      if (left > 0 || page.size() + ROW * month.opened().size() > size) {
        left += month.opened().size();
      } else {
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
    if (groups.isPresent()) {
      page.leaf("th", "Group", "scope", "col");
    }
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
    groups.ifPresent(
        g -> page.leaf("td", g.getOrDefault(subject.contribution().id(), Figures.NOT_REACHED)));
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
