package io.github.patchlane.core.trial;

import io.github.patchlane.core.metrics.Definition;
import io.github.patchlane.core.metrics.DurationMetric;
import io.github.patchlane.core.metrics.Exclusion;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.metrics.Metrics;
import io.github.patchlane.core.metrics.Subject;
import io.github.patchlane.core.metrics.Tier;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.statistics.ClusteredDifference;
import io.github.patchlane.core.statistics.ClusteredDifference.Member;
import io.github.patchlane.core.statistics.HodgesLehmann;
import io.github.patchlane.core.statistics.KaplanMeier;
import io.github.patchlane.core.statistics.LogRank;
import io.github.patchlane.core.statistics.MannWhitney;
import io.github.patchlane.core.statistics.Observation;
import io.github.patchlane.core.statistics.PseudoValues;
import io.github.patchlane.core.statistics.Stratum;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Each metric by the test that suits it, on matched cases. */
final class Comparisons {
  /** A count that is not among the metrics, but is guarded and can be compared. */
  static final Definition COMMENTS =
      new Definition(
          "comments",
          "Substantive comments by other humans on a contribution: on the diff, or verdicts.",
          Optional.empty());

  private static final String ITERATIONS = "iterations";

  private final List<Case> cases;
  private final LatencyOptions options;
  private final Protocol protocol;

  Comparisons(Matching matching, LatencyOptions options, Protocol protocol) {
    this.cases = matching.matched();
    this.options = options;
    this.protocol = protocol;
  }

  static boolean known(String metric) {
    return Protocol.duration(metric).isPresent()
        || metric.equals(ITERATIONS)
        || metric.equals(COMMENTS.id());
  }

  static String ids() {
    return Protocol.durations() + ", " + ITERATIONS + ", " + COMMENTS.id();
  }

  MetricComparison of(String metric) {
    Optional<DurationMetric> duration = Protocol.duration(metric);
    if (duration.isPresent()) {
      return times(duration.get(), duration.get().horizon(), 0);
    }
    if (metric.equals(COMMENTS.id())) {
      return counts(COMMENTS, s -> OptionalDouble.of(comments(s)));
    }
    return counts(
        Metrics.byId(ITERATIONS).orElseThrow().definition(),
        // Rounds of what is open may still come: only complete counts can be ranked.
        s ->
            s.timeline().openingSeen() && !s.timeline().isOpen()
                ? OptionalDouble.of(s.timeline().rounds().size())
                : OptionalDouble.empty());
  }

  static int comments(Subject subject) {
    return (int)
        subject
            .timeline()
            .responses(Tier.SUBSTANTIVE)
            .filter(ReviewEvent.Commented.class::isInstance)
            .count();
  }

  /** One observation and whose it is. */
  private record Seen(Case of, Observation observation) {}

  /**
   * @param resamples of the bootstrap, the second judge; 0 leaves it out
   */
  MetricComparison times(DurationMetric metric, Duration calendarHorizon, int resamples) {
    Map<Arm, List<Seen>> seen =
        cases.stream()
            .flatMap(
                c ->
                    metric.observations(c.subject(), options).stream()
                        .map(observation -> new Seen(c, observation)))
            .collect(Collectors.groupingBy(s -> s.of().arm()));
    List<Seen> baseline = seen.getOrDefault(Arm.BASELINE, List.of());
    List<Seen> trial = seen.getOrDefault(Arm.TRIAL, List.of());
    if (baseline.isEmpty() || trial.isEmpty()) {
      return new MetricComparison.Nothing(metric.definition(), whyNothing(metric));
    }
    double horizon = options.timeScale().of(calendarHorizon).toSeconds();
    PseudoValues ofBaseline = pseudoValues(baseline, horizon);
    PseudoValues ofTrial = pseudoValues(trial, horizon);
    List<Valued> values = new ArrayList<>();
    for (int i = 0; i < baseline.size(); i++) {
      values.add(new Valued(baseline.get(i).of(), ofBaseline.values().get(i)));
    }
    for (int i = 0; i < trial.size(); i++) {
      values.add(new Valued(trial.get(i).of(), ofTrial.values().get(i)));
    }
    return difference(values, resamples)
        .<MetricComparison>map(
            difference ->
                new MetricComparison.Times(
                    metric.definition(),
                    horizon,
                    side(baseline, mean(values, Arm.BASELINE)),
                    side(trial, mean(values, Arm.TRIAL)),
                    difference.difference(),
                    difference.by(),
                    logRank(baseline, trial),
                    ofBaseline.extrapolated() || ofTrial.extrapolated(),
                    OptionalDouble.empty()))
        .orElseGet(
            () ->
                new MetricComparison.Nothing(
                    metric.definition(), "no stratum has such contributions of both lanes"));
  }

  /** What most of those that could not be measured lack. */
  private String whyNothing(DurationMetric metric) {
    return excluded(metric).stream()
        .max(Comparator.comparingInt(Exclusion::count))
        .map(Exclusion::reason)
        .orElse("one of the lanes has no contribution to measure");
  }

  /** What a waiting time says nothing of, though it has its like; nothing for other metrics. */
  List<Exclusion> excluded(String metric) {
    return Protocol.duration(metric).map(this::excluded).orElse(List.of());
  }

  private List<Exclusion> excluded(DurationMetric metric) {
    return metric.excluded(cases.stream().map(Case::subject).toList(), options);
  }

  private static PseudoValues pseudoValues(List<Seen> seen, double horizon) {
    return PseudoValues.of(seen.stream().map(Seen::observation).toList(), horizon);
  }

  private static MetricComparison.Side side(List<Seen> seen, double mean) {
    List<Observation> observations = seen.stream().map(Seen::observation).toList();
    return new MetricComparison.Side(
        (int) seen.stream().map(s -> s.of().subject().contribution().id()).distinct().count(),
        (int) seen.stream().map(s -> s.of().author()).distinct().count(),
        (int) observations.stream().filter(Observation::event).count(),
        mean,
        KaplanMeier.of(observations));
  }

  private static LogRank logRank(List<Seen> baseline, List<Seen> trial) {
    Map<Integer, List<Observation>> first = byStratum(trial);
    Map<Integer, List<Observation>> second = byStratum(baseline);
    List<Stratum> strata = new ArrayList<>();
    first.forEach(
        (stratum, observed) -> {
          List<Observation> other = second.get(stratum);
          if (other != null) {
            strata.add(Stratum.of(observed, other));
          }
        });
    return LogRank.stratified(strata);
  }

  private static Map<Integer, List<Observation>> byStratum(List<Seen> seen) {
    return seen.stream()
        .collect(
            Collectors.groupingBy(
                s -> s.of().stratum().orElseThrow(),
                TreeMap::new,
                Collectors.mapping(Seen::observation, Collectors.toList())));
  }

  /** A number of one case. */
  record Valued(Case of, double value) {
    int stratum() {
      return of.stratum().orElseThrow();
    }
  }

  /** A difference and what hangs together in its interval. */
  record Clustered(ClusteredDifference difference, String by) {
    double width() {
      return difference.standardError() * difference.criticalValue(Protocol.LEVEL);
    }
  }

  /** The difference of means within strata; of the ways to cluster, the one that is surest. */
  Optional<Clustered> difference(List<Valued> values) {
    return difference(values, 0);
  }

  private Optional<Clustered> difference(List<Valued> values, int resamples) {
    Optional<Clustered> byAuthor = clustered(values, "author", Case::author, resamples);
    return switch (protocol.channel()) {
      case AUTHOR, CONTRIBUTION -> byAuthor;
      case WEEK, SUBSYSTEM ->
          byAuthor.flatMap(
              first ->
                  clustered(values, protocol.channel().label(), Case::unit, resamples)
                      .map(second -> second.width() > first.width() ? second : first));
    };
  }

  private Optional<Clustered> clustered(
      List<Valued> values, String by, Function<Case, Integer> cluster, int resamples) {
    return ClusteredDifference.of(
            values.stream()
                .map(
                    v ->
                        new Member(
                            v.value(),
                            v.of().arm() == Arm.TRIAL,
                            v.stratum(),
                            cluster.apply(v.of())))
                .toList(),
            resamples,
            protocol.seed())
        .map(difference -> new Clustered(difference, by));
  }

  /** An arm's mean over the strata, weighted as the difference weighs them. */
  static double mean(List<Valued> values, Arm arm) {
    Map<Integer, List<Valued>> strata =
        values.stream()
            .collect(Collectors.groupingBy(Valued::stratum, TreeMap::new, Collectors.toList()));
    double total = 0;
    double sum = 0;
    for (List<Valued> stratum : strata.values()) {
      double own = 0;
      int n = 0;
      for (Valued value : stratum) {
        if (value.of().arm() == arm) {
          own += value.value();
          n++;
        }
      }
      int others = stratum.size() - n;
      if (n > 0 && others > 0) {
        double weight = (double) n * others / stratum.size();
        total += weight;
        sum += weight * own / n;
      }
    }
    return total == 0 ? Double.NaN : sum / total;
  }

  private MetricComparison counts(Definition definition, Function<Subject, OptionalDouble> count) {
    List<Valued> values = new ArrayList<>();
    for (Case each : cases) {
      count.apply(each.subject()).ifPresent(value -> values.add(new Valued(each, value)));
    }
    double[] baseline = of(values, Arm.BASELINE);
    double[] trial = of(values, Arm.TRIAL);
    if (baseline.length == 0 || trial.length == 0) {
      return new MetricComparison.Nothing(
          definition, "one of the lanes has no contribution to count");
    }
    List<Valued> aligned = aligned(values);
    return difference(ranked(values))
        .<MetricComparison>map(
            delta ->
                new MetricComparison.Counts(
                    definition,
                    Arrays.stream(baseline).boxed().toList(),
                    Arrays.stream(trial).boxed().toList(),
                    delta.difference(),
                    HodgesLehmann.of(
                        of(aligned, Arm.TRIAL), of(aligned, Arm.BASELINE), Protocol.LEVEL),
                    MannWhitney.of(trial, baseline),
                    OptionalDouble.empty()))
        .orElseGet(
            () ->
                new MetricComparison.Nothing(
                    definition, "no stratum has such contributions of both lanes"));
  }

  private static double[] of(List<Valued> values, Arm arm) {
    return values.stream().filter(v -> v.of().arm() == arm).mapToDouble(Valued::value).toArray();
  }

  /**
   * Within each stratum, twice the middle rank over the size: the difference of its means is
   * Cliff's δ.
   */
  private static List<Valued> ranked(List<Valued> values) {
    List<Valued> ranked = new ArrayList<>();
    Map<Integer, List<Valued>> strata =
        values.stream()
            .collect(Collectors.groupingBy(Valued::stratum, TreeMap::new, Collectors.toList()));
    for (List<Valued> stratum : strata.values()) {
      List<Valued> sorted =
          stratum.stream().sorted(Comparator.comparingDouble(Valued::value)).toList();
      for (int from = 0; from < sorted.size(); ) {
        int to = from;
        while (to < sorted.size() && sorted.get(to).value() == sorted.get(from).value()) {
          to++;
        }
        double rank = (from + 1 + to) / 2.0;
        for (int i = from; i < to; i++) {
          ranked.add(new Valued(sorted.get(i).of(), 2 * rank / sorted.size()));
        }
        from = to;
      }
    }
    return ranked;
  }

  /** Less the middle between the two arms' means in the stratum. */
  private static List<Valued> aligned(List<Valued> values) {
    Map<Integer, List<Valued>> strata =
        values.stream()
            .collect(Collectors.groupingBy(Valued::stratum, TreeMap::new, Collectors.toList()));
    List<Valued> aligned = new ArrayList<>();
    for (List<Valued> stratum : strata.values()) {
      OptionalDouble one = Arrays.stream(of(stratum, Arm.BASELINE)).average();
      OptionalDouble other = Arrays.stream(of(stratum, Arm.TRIAL)).average();
      if (one.isPresent() && other.isPresent()) {
        double level = (one.getAsDouble() + other.getAsDouble()) / 2;
        stratum.forEach(v -> aligned.add(new Valued(v.of(), v.value() - level)));
      }
    }
    return aligned;
  }
}
