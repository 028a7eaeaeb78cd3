package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.metrics.Cohort;
import io.github.patchlane.core.metrics.Experience;
import io.github.patchlane.core.metrics.MetricResult.Probability;
import io.github.patchlane.core.metrics.Offender;
import io.github.patchlane.core.metrics.Subject;
import io.github.patchlane.core.report.Grid.Cell;
import java.util.ArrayList;
import java.util.List;

/** Whether those who come for the first time fare as the others do, and whether they come again. */
record NewcomersSection(TrialReport report) implements Section {
  @Override
  public String id() {
    return "newcomers";
  }

  @Override
  public String title() {
    return "Newcomers and regulars";
  }

  @Override
  public void tell(Form form) {
    List<List<Cell>> rows = new ArrayList<>();
    for (LaneReport lane : report.lanes()) {
      for (Experience experience : Experience.values()) {
        Cohort cohort = cohort(lane, experience);
        if (!cohort.opened().isEmpty()) {
          rows.add(GroupFigures.of(named(lane, name(experience)), cohort).row());
        }
      }
    }
    List<String> headers = new ArrayList<>(List.of("Submitter"));
    headers.addAll(GroupFigures.HEADERS);
    form.grid(
        new Grid(
            "Medians and shares by the submitter, with 95 % intervals",
            GroupFigures.METRICS, headers, 1, rows));
    for (LaneReport lane : report.lanes()) {
      Cohort newcomers = cohort(lane, Experience.NEWCOMER);
      form.paragraph(named(lane, again(newcomers, lane)), Measures.NEWCOMERS, Measures.CONVERSION);
      form.behind(
          named(lane, "Newcomers' first contributions"),
          newcomers.opened().stream().map(Subject::contribution).toList());
      form.behind(named(lane, "Newcomers with no response within 30 days"), ignored(newcomers));
    }
  }

  private static Cohort cohort(LaneReport lane, Experience experience) {
    return lane.latency().cohort(strata -> strata.experience() == experience);
  }

  private static String again(Cohort newcomers, LaneReport lane) {
    Probability again = Measures.CONVERSION.probability(newcomers);
    String who = Wording.count(newcomers.opened().size(), "newcomer") + " came";
    String rest =
        again.value().isEmpty()
            ? "; whether they come again within 180 days cannot be told yet."
            : "; "
                + Wording.percent(again.value())
                + " open a second contribution within 180 days ("
                + Wording.certainty(Wording.interval(again), again.n())
                + ").";
    return who
        + rest
        + " Who first appears in the archive's first "
        + lane.options().warmUp().toDays()
        + " days may be new or not, and stands apart.";
  }

  private static List<Contribution> ignored(Cohort newcomers) {
    return Measures.IGNORED.metric().worst(newcomers).stream().map(Offender::contribution).toList();
  }

  private String named(LaneReport lane, String text) {
    return report.lanes().size() > 1 ? lane.name() + ": " + text : text;
  }

  private static String name(Experience experience) {
    return switch (experience) {
      case NEWCOMER -> "Newcomers";
      case KNOWN -> "Regulars";
      case UNKNOWN -> "Cannot be told";
    };
  }
}
