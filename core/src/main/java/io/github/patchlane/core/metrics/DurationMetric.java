package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.metrics.Latency.Measured;
import io.github.patchlane.core.metrics.Latency.NotApplicable;
import io.github.patchlane.core.metrics.Latency.Pending;
import io.github.patchlane.core.statistics.KaplanMeier;
import io.github.patchlane.core.statistics.Observation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A metric that is a waiting time: its number is a survival curve, the pending ones in it. */
public abstract class DurationMetric implements Metric {
  static final NotApplicable NO_REPOSITORY =
      new NotApplicable("no repository was given, so that landings are not known");
  static final NotApplicable OPENING_UNSEEN =
      new NotApplicable("its first revision was not seen, so that its opening is not known");
  static final NotApplicable END_UNKNOWN =
      new NotApplicable("it ended at a time that is not known");
  static final NotApplicable DATED_BEFORE =
      new NotApplicable(
          "its commit is dated before its posting, so that its landing time is not known");

  private final Definition definition;
  private final Duration horizon;

  DurationMetric(Definition definition, Duration horizon) {
    this.definition = definition;
    this.horizon = horizon;
  }

  /**
   * One contribution's waits: one for each revision, or one for the whole; none if the metric is
   * not about contributions of its sort.
   */
  public abstract List<Latency> of(Subject subject, LatencyOptions options);

  @Override
  public final Definition definition() {
    return definition;
  }

  /** Up to where the restricted mean counts. */
  public final Duration horizon() {
    return horizon;
  }

  @Override
  public final MetricResult of(Cohort cohort) {
    List<Observation> observations = observations(cohort);
    return new MetricResult.Survival(
        this,
        cohort.group(),
        MetricResult.Unit.SECONDS,
        KaplanMeier.of(observations),
        DurationMetric.seconds(cohort.options().timeScale().of(horizon)),
        observations.stream().mapToDouble(Observation::time).max());
  }

  /** What went into the curve, in seconds. */
  public final List<Observation> observations(Cohort cohort) {
    return cohort.opened().stream()
        .flatMap(subject -> observations(subject, cohort.options()).stream())
        .toList();
  }

  /** What one contribution adds to the curve, in seconds of the options' time scale. */
  public final List<Observation> observations(Subject subject, LatencyOptions options) {
    return of(subject, options).stream()
        .flatMap(latency -> observation(latency, options.timeScale()).stream())
        .toList();
  }

  /** Which of these have a wait that could not be measured, by reason. */
  public final List<Exclusion> excluded(List<Subject> subjects, LatencyOptions options) {
    LeftOut leftOut = LeftOut.of(this);
    for (Subject subject : subjects) {
      of(subject, options).stream()
          .filter(NotApplicable.class::isInstance)
          .map(latency -> ((NotApplicable) latency).reason())
          .distinct()
          .forEach(reason -> leftOut.add(reason, subject.contribution()));
    }
    return leftOut.exclusions();
  }

  @Override
  public List<Offender> worst(Cohort cohort) {
    List<Offender> offenders = new ArrayList<>();
    for (Subject subject : cohort.opened()) {
      for (Latency latency : of(subject, cohort.options())) {
        if (!(latency instanceof NotApplicable)) {
          offenders.add(
              new Offender(
                  subject.contribution(),
                  latency.passed(cohort.options().timeScale()),
                  latency instanceof Pending));
        }
      }
    }
    return Offender.sorted(offenders);
  }

  /** As the curve takes it; empty for what does not apply. */
  private static Optional<Observation> observation(Latency latency, TimeScale scale) {
    if (latency instanceof NotApplicable) {
      return Optional.empty();
    }
    return Optional.of(
        new Observation(seconds(latency.passed(scale)), latency instanceof Measured));
  }

  static double seconds(Duration duration) {
    return duration.getSeconds() + duration.getNano() / 1e9;
  }

  /** Measured, unless the clocks contradict each other. */
  static Latency measured(Instant from, Instant to, SourceId by) {
    return to.isBefore(from) ? DATED_BEFORE : Measured.between(from, to, by);
  }

  /** Pending until the given end, unless the clocks contradict each other. */
  static Latency pending(Instant from, Instant until) {
    return until.isBefore(from) ? DATED_BEFORE : Pending.between(from, until);
  }

  /** Pending until it was over for another reason, or else the end of observation. */
  static Latency pendingWhileWatched(Timeline timeline, Instant from) {
    return timeline.isOpen() || timeline.ending().isPresent()
        ? pending(from, timeline.watchedUntil())
        : END_UNKNOWN;
  }
}
