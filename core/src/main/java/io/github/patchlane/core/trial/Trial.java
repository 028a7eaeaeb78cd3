package io.github.patchlane.core.trial;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.metrics.Exclusion;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.metrics.Observed;
import io.github.patchlane.core.metrics.Subject;
import io.github.patchlane.core.metrics.TimeScale;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.Standing;
import io.github.patchlane.core.statistics.Holm;
import io.github.patchlane.core.trial.MetricComparison.Times;
import io.github.patchlane.core.trial.Verdict.CanTell;
import io.github.patchlane.core.trial.Verdict.CannotTellYet;
import io.github.patchlane.core.trial.Verdict.Direction;
import io.github.patchlane.core.trial.Verdict.Reason;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Two lanes compared as a protocol says. Start at {@link #of}; {@link #verdict} is the answer, all
 * else is what it rests on. The same contributions, protocol and options give an equal trial.
 *
 * @param options as of when, and whether landings are known
 * @param primary what decides
 * @param secondaries in the protocol's order, with Holm's correction among those that could be
 *     compared
 * @param outlook empty where the primary could not be compared
 * @param excluded what was not compared at all, by reason; then of the matched what single metrics
 *     could not measure
 * @param recall of landings on either lane
 */
public record Trial(
    Protocol protocol,
    LatencyOptions options,
    Matching matching,
    MetricComparison primary,
    List<MetricComparison> secondaries,
    List<GuardOutcome> guards,
    List<SensitivityRun> sensitivity,
    Optional<Outlook> outlook,
    Verdict verdict,
    List<Exclusion> excluded,
    Map<Arm, LandingRecall> recall) {
  /** With fewer on either lane no interval can be trusted. */
  static final int LEAST_AUTHORS = 5;

  /** With fewer on either lane not even a hazard ratio of 2.6 could be seen. */
  static final int LEAST_EVENTS = 10;

  public Trial {
    Objects.requireNonNull(protocol);
    Objects.requireNonNull(options);
    Objects.requireNonNull(matching);
    Objects.requireNonNull(primary);
    secondaries = List.copyOf(secondaries);
    guards = List.copyOf(guards);
    sensitivity = List.copyOf(sensitivity);
    Objects.requireNonNull(outlook);
    Objects.requireNonNull(verdict);
    excluded = List.copyOf(excluded);
    recall = Map.copyOf(recall);
  }

  /**
   * Compares. Who is new is judged by both lanes together, outside the window too.
   *
   * @param options the window is the protocol's
   */
  public static Trial of(
      Protocol protocol,
      List<Contribution> baseline,
      List<Contribution> trial,
      LatencyOptions options) {
    return new Run(protocol, baseline, trial, options.withWindow(protocol.window())).trial();
  }

  /** What went into one run, and the steps from there to its end. */
  private static final class Run {
    private final Protocol protocol;
    private final LatencyOptions options;
    private final Map<ContributionId, Arm> arms = new HashMap<>();
    private final List<Contribution> all;
    private final Committers committers;

    Run(
        Protocol protocol,
        List<Contribution> baseline,
        List<Contribution> trial,
        LatencyOptions options) {
      this.protocol = protocol;
      this.options = options;
      baseline.forEach(c -> arms.put(c.id(), Arm.BASELINE));
      trial.forEach(c -> arms.put(c.id(), Arm.TRIAL));
      all =
          Stream.concat(baseline.stream(), trial.stream()).sorted(Contribution.BY_OPENING).toList();
      committers = new Committers(all);
    }

    Trial trial() {
      Observed observed = Observed.of(all, options);
      Matching matching = matching(observed.subjects(), protocol);
      Comparisons comparisons = new Comparisons(matching, options, protocol);
      MetricComparison primary =
          comparisons.times(protocol.primaryMetric(), protocol.horizon(), protocol.resamples());
      List<GuardOutcome> guards =
          new Guards(matching, comparisons, protocol, options.landingsKnown()).all();
      List<SensitivityRun> sensitivity = sensitivity(observed.subjects(), matching);
      Optional<Outlook> outlook = primary.times().map(t -> Outlook.of(t, protocol.effect()));
      return new Trial(
          protocol,
          options,
          matching,
          primary,
          corrected(protocol.secondaries().stream().map(comparisons::of).toList()),
          guards,
          sensitivity,
          outlook,
          verdict(matching, primary, guards, sensitivity, outlook),
          excluded(observed, comparisons),
          recall(matching));
    }

    private List<Exclusion> excluded(Observed observed, Comparisons comparisons) {
      return Stream.concat(
              observed.excluded().stream(),
              Stream.concat(Stream.of(protocol.primary()), protocol.secondaries().stream())
                  .flatMap(metric -> comparisons.excluded(metric).stream()))
          .toList();
    }

    private Matching matching(List<Subject> subjects, Protocol by) {
      IdentityHashMap<Subject, Arm> found = new IdentityHashMap<>();
      for (Subject subject : subjects) {
        Arm arm = arms.get(subject.contribution().id());
        if (arm != null) {
          found.put(subject, arm);
        }
      }
      return Matching.of(subjects, found, by, committers);
    }

    /** Once more, otherwise; without a second judge, for it decides nothing. */
    private MetricComparison again(Matching matching, LatencyOptions measured) {
      return new Comparisons(matching, measured, protocol)
          .times(protocol.primaryMetric(), protocol.horizon(), 0);
    }

    private static List<MetricComparison> corrected(List<MetricComparison> found) {
      List<MetricComparison> tested = found.stream().filter(c -> c.pValue().isPresent()).toList();
      List<Double> adjusted =
          Holm.of(tested.stream().map(c -> c.pValue().getAsDouble()).toList()).adjusted();
      IdentityHashMap<MetricComparison, Double> byComparison = new IdentityHashMap<>();
      IntStream.range(0, tested.size())
          .forEach(i -> byComparison.put(tested.get(i), adjusted.get(i)));
      return found.stream()
          .map(c -> byComparison.containsKey(c) ? c.withHolm(byComparison.get(c)) : c)
          .toList();
    }

    private List<SensitivityRun> sensitivity(List<Subject> subjects, Matching matching) {
      List<SensitivityRun> runs = new ArrayList<>();
      if (protocol.dropWeeks() > 0) {
        runs.add(
            new SensitivityRun(
                SensitivityRun.Kind.FIRST_WEEKS_DROPPED,
                again(matching(settled(subjects), protocol), options)));
      }
      runs.add(
          new SensitivityRun(
              SensitivityRun.Kind.WORKING_DAYS,
              again(matching, options.withTimeScale(TimeScale.WORKING_DAYS))));
      if (options.landingsKnown()) {
        List<Contribution> declared = all.stream().map(Run::trailersOnly).toList();
        runs.add(
            new SensitivityRun(
                SensitivityRun.Kind.TRAILERS_ONLY,
                again(matching(Observed.of(declared, options).subjects(), protocol), options)));
      }
      runs.add(
          new SensitivityRun(SensitivityRun.Kind.UNMATCHED, again(together(matching), options)));
      return runs;
    }

    /** Those opened when the trial lane had been in use for some weeks. */
    private List<Subject> settled(List<Subject> subjects) {
      Optional<Instant> first =
          subjects.stream()
              .filter(s -> arms.get(s.contribution().id()) == Arm.TRIAL)
              .map(s -> s.timeline().opened())
              .min(Instant::compareTo);
      return first
          .map(start -> start.plus(Duration.ofDays(7L * protocol.dropWeeks())))
          .map(
              from -> subjects.stream().filter(s -> !s.timeline().opened().isBefore(from)).toList())
          .orElse(subjects);
    }

    private static Matching together(Matching matching) {
      return new Matching(
          matching.cases().stream()
              .map(
                  c ->
                      new Case(
                          c.subject(), c.arm(), c.author(), c.unit(), java.util.OptionalInt.of(0)))
              .toList(),
          List.of());
    }

    private static Contribution trailersOnly(Contribution contribution) {
      List<Landing> declared =
          contribution.landings().stream()
              .filter(l -> l.evidence().kind() == Evidence.Kind.LINK)
              .toList();
      if (declared.size() == contribution.landings().size()) {
        return contribution;
      }
      List<ReviewEvent> events =
          contribution.events().stream()
              .filter(e -> !(e instanceof ReviewEvent.Landed) || !declared.isEmpty())
              .toList();
      return contribution.with(
          Standing.of(contribution.revisions(), events, declared).state(), events, declared);
    }

    private static Map<Arm, LandingRecall> recall(Matching matching) {
      Map<Arm, List<Subject>> subjects =
          matching.cases().stream()
              .collect(
                  Collectors.groupingBy(
                      Case::arm, Collectors.mapping(Case::subject, Collectors.toList())));
      return Stream.of(Arm.values())
          .collect(
              Collectors.toMap(
                  arm -> arm, arm -> LandingRecall.of(subjects.getOrDefault(arm, List.of()))));
    }

    private static Verdict verdict(
        Matching matching,
        MetricComparison primary,
        List<GuardOutcome> guards,
        List<SensitivityRun> sensitivity,
        Optional<Outlook> outlook) {
      if (matching.size(Arm.BASELINE) == 0 || matching.size(Arm.TRIAL) == 0) {
        return none(Reason.ONE_LANE_IS_EMPTY);
      }
      if (primary.times().isEmpty()) {
        return none(matching.matched().isEmpty() ? Reason.NOTHING_ALIKE : Reason.ONE_LANE_IS_EMPTY);
      }
      Times times = primary.times().get();
      Optional<Reason> against = against(times);
      if (against.isPresent()) {
        return new CannotTellYet(
            against.get(),
            outlook.map(Outlook::moreTrial).orElse(OptionalLong.empty()),
            outlook.map(Outlook::moreBaseline).orElse(OptionalLong.empty()));
      }
      double estimate = times.difference().estimate();
      return new CanTell(
          estimate < 0 ? Direction.TRIAL_FASTER : Direction.TRIAL_SLOWER,
          estimate,
          times.interval(),
          times.pValue().orElse(1),
          guards.stream().filter(GuardOutcome::tripped).toList(),
          sensitivity.stream().filter(run -> run.contradicts(estimate)).toList());
    }

    private static Optional<Reason> against(Times times) {
      if (Math.min(times.baseline().authors(), times.trial().authors()) < LEAST_AUTHORS) {
        return Optional.of(Reason.TOO_FEW_AUTHORS);
      }
      if (Math.min(times.baseline().events(), times.trial().events()) < LEAST_EVENTS) {
        return Optional.of(Reason.TOO_FEW_EVENTS);
      }
      if (times.extrapolated()) {
        return Optional.of(Reason.HORIZON_NOT_REACHED);
      }
      boolean told =
          times.difference().standardError() > 0
              && !times.interval().contains(0)
              && times.difference().bootstrapP().orElse(0) <= 1 - Protocol.LEVEL;
      return told ? Optional.empty() : Optional.of(Reason.WITHIN_CHANCE);
    }

    private static Verdict none(Reason reason) {
      return new CannotTellYet(reason, OptionalLong.empty(), OptionalLong.empty());
    }
  }

  /** All that is in no figure, or not in all: those without their like too. */
  public List<Exclusion> leftOut() {
    List<Contribution> alone =
        matching.cases().stream()
            .filter(c -> !c.matched())
            .map(c -> c.subject().contribution())
            .toList();
    List<Exclusion> all = new ArrayList<>(excluded);
    if (!alone.isEmpty()) {
      all.add(new Exclusion(Optional.empty(), "has no like on the other lane", alone));
    }
    return List.copyOf(all);
  }

  /** Whether a guard tripped, whatever the verdict. */
  public boolean guardTripped() {
    return guards.stream().anyMatch(GuardOutcome::tripped);
  }
}
