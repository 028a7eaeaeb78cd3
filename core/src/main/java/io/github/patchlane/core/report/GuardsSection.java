package io.github.patchlane.core.report;

import io.github.patchlane.core.report.Grid.Cell;
import io.github.patchlane.core.statistics.Interval;
import io.github.patchlane.core.trial.Arm;
import io.github.patchlane.core.trial.GuardOutcome;
import io.github.patchlane.core.trial.LandingRecall;
import io.github.patchlane.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;

/** What must not get worse while something else gets better. */
record GuardsSection(TrialReport report, Trial trial) implements Section {
  @Override
  public String id() {
    return "guards";
  }

  @Override
  public String title() {
    return "What it must not cost";
  }

  @Override
  public void tell(Form form) {
    form.paragraph(
        "A guard trips where a figure is worse by its threshold or more, and by more than chance."
            + " Quick replies with no review behind them would trip one.",
        Measures.COVERAGE,
        Measures.LANDED_SILENTLY,
        Measures.LOAD);
    TrialWords words = new TrialWords(report, trial);
    form.grid(guards(words));
    form.grid(recall(words));
    for (Arm arm : Arm.values()) {
      form.behind(words.name(arm) + ": called applied, not found", recall(arm).missed());
    }
  }

  private Grid guards(TrialWords words) {
    return new Grid(
        "Guards, among compared contributions",
        List.of(),
        List.of(
            "Guard",
            words.name(Arm.BASELINE),
            words.name(Arm.TRIAL),
            "Change",
            "Threshold",
            "State"),
        1,
        trial.guards().stream()
            .map(
                g ->
                    List.of(
                        Cell.of(g.rule().kind().text()),
                        Cell.of(
                            TrialWords.figure(g, g.baseline()),
                            "n = " + Wording.count(g.baselineN())),
                        Cell.of(
                            TrialWords.figure(g, g.trial()), "n = " + Wording.count(g.trialN())),
                        Cell.of(
                            g.change().isPresent()
                                ? points(g, g.change().getAsDouble())
                                : Figures.NOT_REACHED,
                            g.interval().map(i -> interval(g, i)).orElse("")),
                        Cell.of(
                            (g.rule().kind().moreIsBetter() ? "-" : "+")
                                + Figures.significant(100 * g.rule().threshold())
                                + unit(g)),
                        Cell.of(g.state().label())))
            .toList());
  }

  private static String interval(GuardOutcome guard, Interval interval) {
    return points(guard, interval.lower()) + " to " + points(guard, interval.upper());
  }

  private static String points(GuardOutcome guard, double change) {
    return (change > 0 ? "+" : "") + Figures.rounded(100 * change, 1).toPlainString() + unit(guard);
  }

  private static String unit(GuardOutcome guard) {
    return guard.rule().kind().isShare() ? " pp" : " %";
  }

  private LandingRecall recall(Arm arm) {
    return trial.recall().getOrDefault(arm, LandingRecall.NONE);
  }

  private Grid recall(TrialWords words) {
    List<List<Cell>> rows = new ArrayList<>();
    for (Arm arm : Arm.values()) {
      LandingRecall recall = recall(arm);
      rows.add(
          List.of(
              Cell.of(words.name(arm)),
              Cell.of(Wording.count(recall.accepted())),
              Cell.of(Wording.count(recall.found())),
              Cell.of(Wording.percent(recall.value()))));
    }
    return new Grid(
        "Match recall: of what somebody called applied, 30 days ago or more, what was found to have"
            + " landed",
        List.of(),
        List.of("Lane", "Called applied", "Found", "Share"),
        1,
        rows);
  }
}
