package io.github.patchlane.core.metrics;

import java.time.Duration;
import java.util.List;
import java.util.function.BiPredicate;

/** How many of the open ones are in some plight. */
final class OpenCount implements Metric {
  private final Definition definition;
  private final BiPredicate<Timeline, LatencyOptions> counted;

  private OpenCount(Definition definition, BiPredicate<Timeline, LatencyOptions> counted) {
    this.definition = definition;
    this.counted = counted;
  }

  static Metric backlog() {
    return new OpenCount(
        Definition.of("backlog", "Contributions that are open at the end of observation."),
        (timeline, options) -> true);
  }

  static Metric stalled() {
    return new OpenCount(
        Definition.of(
            "stalled",
            "Open contributions on which no human did anything for 14 days or as many as were"
                + " asked for, and which are not dormant."),
        (timeline, options) -> Idle.of(timeline, options) == Idle.STALLED);
  }

  static Metric dormant() {
    return new OpenCount(
        Definition.of(
            "dormant",
            "Open contributions on which no human did anything for 180 days or as many as were"
                + " asked for."),
        (timeline, options) -> Idle.of(timeline, options) == Idle.DORMANT);
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public MetricResult of(Cohort cohort) {
    return new MetricResult.Count(
        this, cohort.group(), matching(cohort).size(), cohort.opened().size());
  }

  @Override
  public List<Offender> worst(Cohort cohort) {
    return Offender.sorted(
        matching(cohort).stream()
            .map(
                subject ->
                    new Offender(
                        subject.contribution(),
                        Duration.between(
                            subject.timeline().lastActivity(), subject.timeline().asOf()),
                        true))
            .toList());
  }

  private List<Subject> matching(Cohort cohort) {
    return cohort.open().stream()
        .filter(subject -> counted.test(subject.timeline(), cohort.options()))
        .toList();
  }
}
