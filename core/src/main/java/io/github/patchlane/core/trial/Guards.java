package io.github.patchlane.core.trial;

import io.github.patchlane.core.metrics.Metrics;
import io.github.patchlane.core.metrics.ShareMetric;
import io.github.patchlane.core.metrics.Subject;
import io.github.patchlane.core.metrics.Tier;
import io.github.patchlane.core.statistics.Interval;
import io.github.patchlane.core.trial.Comparisons.Valued;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;

/** What must not get worse, measured on matched cases. */
final class Guards {
  private final List<Case> cases;
  private final Comparisons comparisons;
  private final Protocol protocol;
  private final boolean landingsKnown;

  Guards(Matching matching, Comparisons comparisons, Protocol protocol, boolean landingsKnown) {
    this.cases = matching.matched();
    this.comparisons = comparisons;
    this.protocol = protocol;
    this.landingsKnown = landingsKnown;
  }

  List<GuardOutcome> all() {
    return protocol.guards().stream().map(this::of).toList();
  }

  private GuardOutcome of(GuardRule rule) {
    return switch (rule.kind()) {
      case REVIEWERS -> reviewers(rule);
      case COVERAGE -> share(rule, "review-coverage");
      case LANDED_WITHOUT_REPLY -> share(rule, "landed-without-reply");
      case COMMENTS -> comments(rule);
    };
  }

  private GuardOutcome share(GuardRule rule, String metric) {
    ShareMetric share = (ShareMetric) Metrics.byId(metric).orElseThrow();
    List<Valued> values = new ArrayList<>();
    for (Case each : cases) {
      if (landingsKnown && share.isWhole(each.subject())) {
        values.add(new Valued(each, share.isPart(each.subject()) ? 1 : 0));
      }
    }
    return outcome(rule, values);
  }

  private GuardOutcome comments(GuardRule rule) {
    return outcome(
        rule, cases.stream().map(c -> new Valued(c, Comparisons.comments(c.subject()))).toList());
  }

  /** A difference of means; for what is no share, as a part of the baseline's. */
  private GuardOutcome outcome(GuardRule rule, List<Valued> values) {
    double baseline = Comparisons.mean(values, Arm.BASELINE);
    double trial = Comparisons.mean(values, Arm.TRIAL);
    double unit = rule.kind().isShare() ? 1 : baseline;
    int n = (int) values.stream().filter(v -> v.of().arm() == Arm.BASELINE).count();
    if (Double.isNaN(baseline) || !(unit > 0)) {
      return nothing(rule, n, values.size() - n);
    }
    Optional<Interval> interval =
        comparisons
            .difference(values)
            .filter(d -> d.difference().standardError() > 0)
            .map(d -> d.difference().interval(Protocol.LEVEL))
            .map(i -> new Interval(i.lower() / unit, i.upper() / unit, i.level()));
    return new GuardOutcome(
        rule,
        OptionalDouble.of(baseline),
        OptionalDouble.of(trial),
        OptionalDouble.of((trial - baseline) / unit),
        interval,
        n,
        values.size() - n);
  }

  private static GuardOutcome nothing(GuardRule rule, int baseline, int trial) {
    return new GuardOutcome(
        rule,
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        OptionalDouble.empty(),
        Optional.empty(),
        baseline,
        trial);
  }

  /**
   * More contributions meet more reviewers; so as many are drawn of either arm, with replacement,
   * as the smaller has.
   */
  private GuardOutcome reviewers(GuardRule rule) {
    Map<String, Integer> numbers = new HashMap<>();
    List<int[]> baseline = reviewers(Arm.BASELINE, numbers);
    List<int[]> trial = reviewers(Arm.TRIAL, numbers);
    int size = Math.min(baseline.size(), trial.size());
    if (size == 0 || numbers.isEmpty()) {
      return nothing(rule, baseline.size(), trial.size());
    }
    SplittableRandom random = new SplittableRandom(protocol.seed());
    int[] stamps = new int[numbers.size() + 1];
    double[] change = new double[protocol.resamples()];
    double ofBaseline = 0;
    double ofTrial = 0;
    for (int b = 0; b < change.length; b++) {
      int one = distinct(baseline, size, random, stamps);
      int other = distinct(trial, size, random, stamps);
      ofBaseline += one;
      ofTrial += other;
      change[b] = one == 0 ? 0 : (double) other / one - 1;
    }
    if (ofBaseline == 0) {
      return nothing(rule, baseline.size(), trial.size());
    }
    Arrays.sort(change);
    int tail = (int) Math.floor((1 - Protocol.LEVEL) / 2 * (change.length + 1));
    return new GuardOutcome(
        rule,
        OptionalDouble.of(ofBaseline / change.length),
        OptionalDouble.of(ofTrial / change.length),
        OptionalDouble.of(ofTrial / ofBaseline - 1),
        Optional.of(
            new Interval(
                change[Math.max(0, tail - 1)],
                change[Math.min(change.length - 1, change.length - tail)],
                Protocol.LEVEL)),
        baseline.size(),
        trial.size());
  }

  private List<int[]> reviewers(Arm arm, Map<String, Integer> numbers) {
    return cases.stream()
        .filter(c -> c.arm() == arm)
        .map(Case::subject)
        .map(subject -> reviewers(subject, numbers))
        .toList();
  }

  private static int[] reviewers(Subject subject, Map<String, Integer> numbers) {
    Set<String> keys = new HashSet<>();
    subject
        .timeline()
        .responses(Tier.SUBSTANTIVE)
        .forEach(event -> keys.add(event.by().person().key()));
    return keys.stream()
        .sorted()
        .mapToInt(key -> numbers.computeIfAbsent(key, k -> numbers.size()))
        .toArray();
  }

  /** Distinct reviewers of contributions drawn with replacement; a stamp marks who was seen. */
  private static int distinct(List<int[]> all, int size, SplittableRandom random, int[] stamps) {
    int stamp = ++stamps[0];
    int seen = 0;
    for (int i = 0; i < size; i++) {
      // Scaled by hand: only nextLong is the same sequence in every Java version.
      int index = (int) (((random.nextLong() >>> 32) * all.size()) >>> 32);
      for (int reviewer : all.get(index)) {
        if (stamps[reviewer + 1] != stamp) {
          stamps[reviewer + 1] = stamp;
          seen++;
        }
      }
    }
    return seen;
  }
}
