package io.github.patchlane.benchmarks;

import io.github.patchlane.core.trial.Arm;
import io.github.patchlane.core.trial.Case;
import io.github.patchlane.core.trial.MetricComparison.Times;
import io.github.patchlane.core.trial.Protocol;
import io.github.patchlane.core.trial.SensitivityRun;
import io.github.patchlane.core.trial.Trial;
import io.github.patchlane.core.trial.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What trials of one known effect said, against the truth. */
final class TruthRow {
  private static final double SECONDS = 86_400;

  private final KnownEffect effect;
  private final List<Times> compared = new ArrayList<>();
  private int trials;
  private int verdicts;
  private int tripped;
  private int naive;
  private long matched;
  private long cases;
  private double truth;

  TruthRow(KnownEffect effect) {
    this.effect = effect;
  }

  /** Takes in one trial; the lanes know what is true. */
  synchronized void add(Trial trial, MadeLanes lanes) {
    trials++;
    verdicts += trial.verdict() instanceof Verdict.CanTell ? 1 : 0;
    tripped += trial.guardTripped() ? 1 : 0;
    cases += trial.matching().cases().size();
    matched += trial.matching().matched().size();
    naive += significant(trial) ? 1 : 0;
    trial
        .primary()
        .times()
        .ifPresent(
            times -> {
              compared.add(times);
              truth += truth(trial, lanes);
            });
  }

  private static boolean significant(Trial trial) {
    return trial.sensitivity().stream()
        .filter(run -> run.kind() == SensitivityRun.Kind.UNMATCHED)
        .flatMap(run -> run.comparison().times().stream())
        .anyMatch(times -> !times.interval().contains(0));
  }

  /** The true difference in the matched strata, weighted as they are there; in days. */
  private static double truth(Trial trial, MadeLanes lanes) {
    double horizon = trial.protocol().horizon().toSeconds() / SECONDS;
    Map<Integer, List<Case>> strata =
        trial.matching().matched().stream()
            .collect(Collectors.groupingBy(c -> c.stratum().orElseThrow()));
    double total = 0;
    double sum = 0;
    for (List<Case> stratum : strata.values()) {
      double ofTrial = stratum.stream().filter(c -> c.arm() == Arm.TRIAL).count();
      double weight = ofTrial * (stratum.size() - ofTrial) / stratum.size();
      double mean =
          stratum.stream()
              .mapToDouble(c -> lanes.waits(c.subject().contribution().id()).difference(horizon))
              .average()
              .orElse(0);
      total += weight;
      sum += weight * mean;
    }
    return sum / total;
  }

  double truth() {
    return truth / compared.size();
  }

  double verdictShare() {
    return (double) verdicts / trials;
  }

  double coverage() {
    double seconds = truth() * SECONDS;
    return share(times -> times.interval().contains(seconds));
  }

  /** How often the interval excluded 0. */
  double seen() {
    return share(times -> !times.interval().contains(0));
  }

  /** How often it was reckoned to, by each trial's own standard error. */
  double reckoned() {
    return compared.stream()
        .mapToDouble(t -> t.difference().power(truth() * SECONDS, Protocol.LEVEL))
        .average()
        .orElse(Double.NaN);
  }

  double guardShare() {
    return (double) tripped / trials;
  }

  boolean isOfNoEffect() {
    return effect.isNone();
  }

  private double share(java.util.function.Predicate<Times> condition) {
    return (double) compared.stream().filter(condition).count() / compared.size();
  }

  private double mean(java.util.function.ToDoubleFunction<Times> figure) {
    return compared.stream().mapToDouble(figure).average().orElse(Double.NaN);
  }

  static String header() {
    return String.format(
        Locale.ROOT,
        "%-29s %7s %8s %8s %8s %9s %8s %8s %8s %8s",
        "true effect",
        "truth",
        "estimate",
        "verdict",
        "coverage",
        "power",
        "reckoned",
        "guards",
        "naive",
        "matched");
  }

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "%-29s %5.2f d %6.2f d %6.1f %% %6.1f %% %7.1f %% %6.1f %% %6.1f %% %6.1f %% %6.1f %%",
        effect.label(),
        truth(),
        mean(t -> t.difference().estimate()) / SECONDS,
        100 * verdictShare(),
        100 * coverage(),
        100 * seen(),
        100 * reckoned(),
        100 * guardShare(),
        100.0 * naive / trials,
        100.0 * matched / cases);
  }
}
