package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.metrics.Subject;
import io.github.patchlane.core.report.Grid.Cell;
import io.github.patchlane.core.statistics.AalenJohansen;
import io.github.patchlane.core.trial.Arm;
import io.github.patchlane.core.trial.Case;
import io.github.patchlane.core.trial.Covariate;
import io.github.patchlane.core.trial.Matching;
import io.github.patchlane.core.trial.MetricComparison;
import io.github.patchlane.core.trial.MetricComparison.Counts;
import io.github.patchlane.core.trial.MetricComparison.Times;
import io.github.patchlane.core.trial.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Like with like: who was matched, both curves, and every metric that was compared. */
record MatchedSection(TrialReport report, Trial trial) implements Section {
  @Override
  public String id() {
    return "comparison";
  }

  @Override
  public String title() {
    return "Like with like";
  }

  @Override
  public void tell(Form form) {
    TrialWords words = new TrialWords(report, trial);
    Matching matching = trial.matching();
    form.paragraph(
        "Contributions came to their lane "
            + trial.protocol().channel().text()
            + ". Only those that are alike are compared: "
            + Wording.count(matching.matched().size())
            + " of "
            + Wording.count(matching.cases().size())
            + " in "
            + Wording.count(matching.strata(), "group")
            + "; "
            + Wording.count(matching.unmatched(Arm.TRIAL))
            + " on "
            + words.name(Arm.TRIAL)
            + " and "
            + Wording.count(matching.unmatched(Arm.BASELINE))
            + " on "
            + words.name(Arm.BASELINE)
            + " have no like on the other lane and say nothing here.");
    form.grid(matched(words));
    for (Arm arm : Arm.values()) {
      form.behind(words.name(arm) + ": compared", chosen(c -> c.arm() == arm && c.matched()));
      form.behind(
          words.name(arm) + ": without their like", chosen(c -> c.arm() == arm && !c.matched()));
    }
    trial.primary().times().ifPresent(times -> form.chart(curves(times, words)));
    if (trial.options().landingsKnown()) {
      for (Arm arm : Arm.values()) {
        form.chart(outcomes(arm, words));
      }
    }
    form.paragraph(
        "The difference of restricted means decides: how much longer one waits on average, counting"
            + " no time past the horizon, within groups of the like. Its interval takes the"
            + " contributions of one author for one piece of evidence"
            + trial
                .primary()
                .times()
                .map(t -> t.difference().bootstrapP())
                .filter(p -> p.isPresent())
                .map(
                    p ->
                        "; a bootstrap of authors, seeded, has to agree, and gives p = "
                            + TrialWords.p(p))
                .orElse("")
            + ". The log-rank test, stratified, is second, and regards no authors.");
    form.grid(times(words));
    form.grid(counts(words));
    form.grid(nothing());
  }

  private List<Contribution> chosen(Predicate<Case> condition) {
    return trial.matching().cases().stream()
        .filter(condition)
        .map(c -> c.subject().contribution())
        .toList();
  }

  private Grid matched(TrialWords words) {
    return new Grid(
        "In what the compared are alike",
        List.of(),
        List.of("Alike in", "Groups", words.name(Arm.BASELINE), words.name(Arm.TRIAL)),
        1,
        trial.matching().levels().stream()
            .map(
                level ->
                    List.of(
                        Cell.of(
                            level.alike().stream()
                                .map(Covariate::label)
                                .collect(Collectors.joining(", "))),
                        Cell.of(Wording.count(level.strata())),
                        Cell.of(Wording.count(level.baseline())),
                        Cell.of(Wording.count(level.trial()))))
            .toList());
  }

  private Chart curves(Times times, TrialWords words) {
    boolean quick = times.horizon() <= TimeAxis.MONTH.end();
    return new Chart(
        "compared",
        "Both lanes, compared contributions only: " + TrialWords.metric(times.metric()),
        "Kaplan-Meier curves. "
            + Stream.of(Arm.values())
                .map(arm -> words.name(arm) + ": " + described(side(times, arm)))
                .collect(Collectors.joining(" "))
            + " The table that follows gives the figures.",
        Measures.byId(times.metric()).orElse(Measures.FIRST_RESPONSE),
        "share still waiting",
        quick ? TimeAxis.MONTH : TimeAxis.HALF_YEAR,
        Stream.of(Arm.values())
            .map(arm -> Curve.waiting(words.name(arm), side(times, arm).curve()))
            .toList(),
        Stream.of(Arm.values())
            .map(arm -> new Chart.AtRisk(words.name(arm), side(times, arm).curve()))
            .toList());
  }

  private static String described(MetricComparison.Side side) {
    OptionalDouble median = side.curve().quantile(0.5);
    return "n = "
        + side.n()
        + ", "
        + side.events()
        + " events, median "
        + (median.isPresent() ? Figures.duration(median) : "not reached")
        + ".";
  }

  private static MetricComparison.Side side(Times times, Arm arm) {
    return arm == Arm.BASELINE ? times.baseline() : times.trial();
  }

  private Chart outcomes(Arm arm, TrialWords words) {
    List<Subject> subjects =
        trial.matching().cases().stream()
            .filter(c -> c.arm() == arm && c.matched())
            .map(Case::subject)
            .toList();
    AalenJohansen<State> outcomes = Outcomes.of(subjects);
    return new Chart(
        "compared-outcomes-" + arm.label(),
        words.name(arm) + ", compared contributions only: landed, declined, withdrawn",
        "Aalen-Johansen estimate of which share has ended in each way by a time; what none of the"
            + " curves holds is open. The table that follows gives the figures.",
        Measures.ACCEPTANCE,
        "share ended so",
        TimeAxis.HALF_YEAR,
        Stream.of(State.LANDED, State.DECLINED, State.WITHDRAWN)
            .map(
                state ->
                    Curve.ended(
                        state.label().substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                            + state.label().substring(1),
                        outcomes.incidence(state),
                        outcomes.survival()))
            .toList(),
        List.of(new Chart.AtRisk("Still open", outcomes.survival())));
  }

  private Grid times(TrialWords words) {
    List<MetricComparison> all = new ArrayList<>(List.of(trial.primary()));
    all.addAll(trial.secondaries());
    return new Grid(
        "Waiting times: restricted means within groups of the like, the first one decides",
        measures(all, Times.class),
        List.of(
            "Metric",
            "Horizon",
            words.name(Arm.BASELINE),
            words.name(Arm.TRIAL),
            "Difference",
            "p",
            "p, Holm",
            "Log-rank p"),
        1,
        all.stream()
            .flatMap(c -> c.times().stream())
            .map(
                t ->
                    List.of(
                        Cell.of(t.metric()),
                        Cell.of(Figures.duration(t.horizon())),
                        Cell.of(Figures.duration(t.baseline().mean()), n(t.baseline())),
                        Cell.of(Figures.duration(t.trial().mean()), n(t.trial())),
                        Cell.of(
                            TrialWords.signed(t.difference().estimate()),
                            TrialWords.interval(t.interval())),
                        Cell.of(TrialWords.p(t.pValue())),
                        Cell.of(t.holm().isPresent() ? TrialWords.p(t.holm()) : "decides"),
                        Cell.of(TrialWords.p(OptionalDouble.of(t.logRank().pValue())))))
            .toList());
  }

  private static String n(MetricComparison.Side side) {
    return "n = " + Wording.count(side.n()) + ", " + Wording.count(side.events(), "event");
  }

  private Grid counts(TrialWords words) {
    return new Grid(
        "Counts, of what has ended",
        measures(trial.secondaries(), Counts.class),
        List.of(
            "Metric",
            words.name(Arm.BASELINE),
            words.name(Arm.TRIAL),
            "Cliff's delta",
            "Shift",
            "p",
            "p, Holm"),
        1,
        trial.secondaries().stream()
            .filter(Counts.class::isInstance)
            .map(Counts.class::cast)
            .map(
                c ->
                    List.of(
                        Cell.of(c.metric()),
                        Cell.of("n = " + Wording.count(c.baseline().size())),
                        Cell.of("n = " + Wording.count(c.trial().size())),
                        Cell.of(
                            Figures.rounded(c.delta().estimate(), 2).toPlainString(),
                            plain(c.delta().interval(0.95).lower())
                                + " to "
                                + plain(c.delta().interval(0.95).upper())),
                        Cell.of(
                            plain(c.shift().estimate()),
                            c.shift()
                                .interval()
                                .map(i -> plain(i.lower()) + " to " + plain(i.upper()))
                                .orElse("")),
                        Cell.of(TrialWords.p(c.pValue())),
                        Cell.of(TrialWords.p(c.holm()))))
            .toList());
  }

  private static String plain(double value) {
    return Figures.rounded(value, 2).toPlainString();
  }

  private Grid nothing() {
    return new Grid(
        "Not compared",
        List.of(),
        List.of("Metric", "Reason"),
        2,
        Stream.concat(Stream.of(trial.primary()), trial.secondaries().stream())
            .filter(MetricComparison.Nothing.class::isInstance)
            .map(c -> List.of(Cell.of(c.metric()), Cell.of(TrialWords.reason(c))))
            .toList());
  }

  private static List<Measures> measures(
      List<MetricComparison> all, Class<? extends MetricComparison> kind) {
    return all.stream()
        .filter(kind::isInstance)
        .flatMap(c -> Measures.byId(c.metric()).stream())
        .toList();
  }
}
