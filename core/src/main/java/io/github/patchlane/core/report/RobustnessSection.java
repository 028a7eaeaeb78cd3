package io.github.patchlane.core.report;

import io.github.patchlane.core.report.Grid.Cell;
import io.github.patchlane.core.trial.Arm;
import io.github.patchlane.core.trial.Outlook;
import io.github.patchlane.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** What becomes of the answer if one thing is done otherwise, and what it could have shown. */
record RobustnessSection(TrialReport report, Trial trial) implements Section {
  @Override
  public String id() {
    return "robustness";
  }

  @Override
  public String title() {
    return "How far it can be trusted";
  }

  @Override
  public void tell(Form form) {
    form.grid(runs());
    trial.outlook().ifPresent(outlook -> form.grid(outlook(outlook)));
  }

  private Grid runs() {
    return new Grid(
        "The primary comparison with one thing done otherwise",
        Measures.byId(trial.primary().metric()).stream().toList(),
        List.of("Done otherwise", "Compared", "Difference", "p"),
        1,
        trial.sensitivity().stream()
            .map(
                run ->
                    run.comparison()
                        .times()
                        .map(
                            t ->
                                List.of(
                                    Cell.of(capitalised(TrialWords.run(run.kind()))),
                                    Cell.of(
                                        Wording.count(t.baseline().contributions())
                                            + " and "
                                            + Wording.count(t.trial().contributions())),
                                    Cell.of(
                                        TrialWords.signed(t.difference().estimate()),
                                        TrialWords.interval(t.interval())),
                                    Cell.of(TrialWords.p(t.pValue()))))
                        .orElseGet(
                            () ->
                                List.of(
                                    Cell.of(capitalised(TrialWords.run(run.kind()))),
                                    Cell.of("0"),
                                    Cell.of(TrialWords.reason(run.comparison())),
                                    Cell.of(Figures.NOT_REACHED))))
            .toList());
  }

  private Grid outlook(Outlook outlook) {
    TrialWords words = new TrialWords(report, trial);
    String factor = Figures.significant(outlook.effect());
    List<List<Cell>> rows = new ArrayList<>();
    rows.add(row("Factor in the rates that was to be seen", factor));
    rows.add(row("What it comes to here", Figures.duration(outlook.difference())));
    rows.add(row("Chance that it would have shown", TrialWords.percent(outlook.power())));
    rows.add(
        row(
            "Smallest difference with a chance of 80 % to show",
            Figures.duration(outlook.smallest())));
    rows.add(
        row(
            "Which is a factor of",
            outlook.smallestEffect().isPresent()
                ? Figures.significant(outlook.smallestEffect().getAsDouble())
                : Figures.NOT_REACHED));
    rows.add(row("More needed on " + words.name(Arm.BASELINE), count(outlook.moreBaseline())));
    rows.add(row("More needed on " + words.name(Arm.TRIAL), count(outlook.moreTrial())));
    rows.add(
        row(
            "Smallest factor by the number of events alone (Schoenfeld)",
            Double.isInfinite(outlook.schoenfeldSmallest())
                ? Figures.NOT_REACHED
                : Figures.rounded(outlook.schoenfeldSmallest(), 2).toPlainString()));
    rows.add(row("More events needed by that", count(outlook.schoenfeldMore())));
    return new Grid("What could have been seen", List.of(), List.of("What", "Value"), 1, rows);
  }

  private static List<Cell> row(String name, String value) {
    return List.of(Cell.of(name), Cell.of(value));
  }

  private static String count(OptionalLong count) {
    return count.isPresent() ? Wording.count(count.getAsLong()) : Figures.NOT_REACHED;
  }

  private static String capitalised(String text) {
    return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
  }
}
