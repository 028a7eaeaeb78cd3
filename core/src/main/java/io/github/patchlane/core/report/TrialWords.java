package io.github.patchlane.core.report;

import io.github.patchlane.core.statistics.Interval;
import io.github.patchlane.core.trial.Arm;
import io.github.patchlane.core.trial.GuardOutcome;
import io.github.patchlane.core.trial.MetricComparison;
import io.github.patchlane.core.trial.MetricComparison.Times;
import io.github.patchlane.core.trial.SensitivityRun;
import io.github.patchlane.core.trial.Trial;
import io.github.patchlane.core.trial.Verdict;
import io.github.patchlane.core.trial.Verdict.CanTell;
import io.github.patchlane.core.trial.Verdict.CannotTellYet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.stream.Collectors;

/** A comparison in words, the same on a page and in a mail. */
final class TrialWords {
  private final TrialReport report;
  private final Trial trial;

  TrialWords(TrialReport report, Trial trial) {
    this.report = report;
    this.trial = trial;
  }

  String name(Arm arm) {
    return report.lanes().get(arm == Arm.BASELINE ? 0 : 1).name();
  }

  /** The answer in two sentences. */
  String verdict() {
    Verdict verdict = trial.verdict();
    return verdict instanceof CanTell told ? told(told) : notYet((CannotTellYet) verdict);
  }

  private String told(CanTell told) {
    boolean faster = told.direction() == Verdict.Direction.TRIAL_FASTER;
    String answer =
        name(Arm.TRIAL)
            + (faster ? " is quicker than " : " is slower than ")
            + name(Arm.BASELINE)
            + ": "
            + metric()
            + " takes "
            + Figures.duration(Math.abs(told.difference()))
            + (faster ? " less" : " more")
            + " on average ("
            + primary().map(t -> certainty(t)).orElse("")
            + ").";
    if (told.unqualified()) {
      return answer + " No guard tripped, and no sensitivity run points the other way.";
    }
    return answer
        + (told.tripped().isEmpty()
            ? ""
            : " But "
                + told.tripped().stream().map(this::guard).collect(Collectors.joining(", and "))
                + ": that is no win.")
        + (told.contradicting().isEmpty()
            ? ""
            : " It points the other way "
                + told.contradicting().stream()
                    .map(run -> run(run.kind()))
                    .collect(Collectors.joining(", and "))
                + ": do not rely on it.");
  }

  private String notYet(CannotTellYet none) {
    String first =
        "Cannot tell yet whether "
            + name(Arm.TRIAL)
            + " or "
            + name(Arm.BASELINE)
            + " is quicker: "
            + none.reason().text()
            + primary().map(t -> " (" + certainty(t) + ")").orElse("")
            + ".";
    List<GuardOutcome> tripped = trial.guards().stream().filter(GuardOutcome::tripped).toList();
    return first
        + more(none)
        + (tripped.isEmpty()
            ? ""
            : " But "
                + tripped.stream().map(this::guard).collect(Collectors.joining(", and "))
                + ".");
  }

  private String more(CannotTellYet none) {
    OptionalLong more = none.moreTrial();
    if (more.isEmpty()) {
      return "";
    }
    String effect = Figures.significant(trial.protocol().effect());
    return more.getAsLong() == 0
        ? " Had the rates differed by a factor of " + effect + ", it would most likely have shown."
        : " To see a factor of "
            + effect
            + " in the rates, with a chance of 80 %, about "
            + Wording.count(more.getAsLong())
            + " more on "
            + name(Arm.TRIAL)
            + " and "
            + Wording.count(none.moreBaseline().orElse(0))
            + " more on "
            + name(Arm.BASELINE)
            + " are needed.";
  }

  /** The difference with its interval, numbers and power. */
  String certainty(Times times) {
    return "difference "
        + signed(times.difference().estimate())
        + ", 95 % interval "
        + interval(times.interval())
        + ", n = "
        + Wording.count(times.trial().contributions())
        + " and "
        + Wording.count(times.baseline().contributions())
        + trial
            .outlook()
            .filter(o -> o.power().isPresent())
            .map(o -> ", power " + percent(o.power()) + " for a factor of " + effect())
            .orElse("");
  }

  private String effect() {
    return Figures.significant(trial.protocol().effect());
  }

  private java.util.Optional<Times> primary() {
    return trial.primary().times();
  }

  private String metric() {
    return metric(trial.primary().metric());
  }

  /** A metric's name as people say it. */
  static String metric(String id) {
    return id.replace('-', ' ');
  }

  String guard(GuardOutcome guard) {
    return guard.rule().kind().text()
        + " went from "
        + figure(guard, guard.baseline())
        + " to "
        + figure(guard, guard.trial());
  }

  static String figure(GuardOutcome guard, OptionalDouble figure) {
    if (figure.isEmpty()) {
      return Figures.NOT_REACHED;
    }
    return guard.rule().kind().isShare()
        ? Figures.percent(figure.getAsDouble())
        : Figures.significant(figure.getAsDouble());
  }

  static String run(SensitivityRun.Kind kind) {
    return switch (kind) {
      case FIRST_WEEKS_DROPPED -> "without the trial's first weeks";
      case WORKING_DAYS -> "when only working days count";
      case TRAILERS_ONLY -> "with declared landings only";
      case UNMATCHED -> "without matching";
    };
  }

  /** With its sign; nothing at all is 0. */
  static String signed(double seconds) {
    return (seconds < 0 ? "-" : seconds > 0 ? "+" : "") + Figures.duration(Math.abs(seconds));
  }

  static String interval(Interval interval) {
    return signed(interval.lower()) + " to " + signed(interval.upper());
  }

  static String percent(OptionalDouble share) {
    return share.isPresent() ? Math.round(100 * share.getAsDouble()) + " %" : Figures.NOT_REACHED;
  }

  /** A p-value to two digits, and no nearer to 0 than can be told. */
  static String p(OptionalDouble p) {
    if (p.isEmpty()) {
      return Figures.NOT_REACHED;
    }
    return p.getAsDouble() < 0.001
        ? "< 0.001"
        : Figures.rounded(p.getAsDouble(), 3).toPlainString();
  }

  /** Why there is no number. */
  static String reason(MetricComparison comparison) {
    return comparison instanceof MetricComparison.Nothing nothing ? nothing.reason() : "";
  }
}
