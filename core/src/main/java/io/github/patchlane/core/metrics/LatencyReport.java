package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * All metrics of a set of contributions, with all that was left out. The same input gives an equal
 * report, in whatever order it comes. Start at {@link #of}; the writers in {@link
 * io.github.patchlane.core.report} print it.
 *
 * @param results by metric as {@link Metrics} orders them, then by group
 * @param excluded what no metric measured, then what single ones did not
 * @param subjects the contributions behind the numbers, by opening time
 */
public record LatencyReport(
    LatencyOptions options,
    List<MetricResult> results,
    List<Exclusion> excluded,
    List<Subject> subjects,
    Cohort everything) {
  public LatencyReport {
    Objects.requireNonNull(options);
    results = List.copyOf(results);
    excluded = List.copyOf(excluded);
    subjects = List.copyOf(subjects);
    Objects.requireNonNull(everything);
  }

  /**
   * Measures.
   *
   * @param contributions everything that is known, not only what is to be reported on: who is new
   *     is judged by all of it
   */
  public static LatencyReport of(List<Contribution> contributions, LatencyOptions options) {
    Selection selection = new Selection(contributions, options);
    List<Subject> all = selection.subjects();
    Cohort everything = cohort(all, options, Group.ALL, subject -> true);
    List<Metric> metrics = Metrics.with(options.maintainers());
    List<Cohort> cohorts =
        options.by() == GroupBy.NOTHING
            ? List.of(everything)
            : groups(all, options).stream()
                .map(group -> cohort(all, options, group, inGroup(group)))
                .toList();
    List<MetricResult> results =
        metrics.stream()
            .flatMap(metric -> cohorts.stream().map(cohort -> metric.of(cohort)))
            .toList();
    List<Exclusion> excluded = new ArrayList<>(selection.within(options.window()).excluded());
    for (Metric metric : metrics) {
      if (metric instanceof DurationMetric duration) {
        excluded.addAll(duration.excluded(everything.opened(), options));
      }
    }
    return new LatencyReport(options, results, excluded, everything.opened(), everything);
  }

  public Instant asOf() {
    return options.asOf();
  }

  /** The contributions that a condition names, as one group. */
  public Cohort cohort(Predicate<Strata> condition) {
    Predicate<Subject> chosen = subject -> condition.test(subject.strata());
    return new Cohort(
        Group.ALL,
        everything.opened().stream().filter(chosen).toList(),
        everything.ended().stream().filter(chosen).toList(),
        options);
  }

  private static Cohort cohort(
      List<Subject> all, LatencyOptions options, Group group, Predicate<Subject> chosen) {
    List<Subject> opened =
        all.stream()
            .filter(subject -> options.window().contains(subject.timeline().opened()))
            .filter(chosen)
            .toList();
    // A month's endings are those that came in it, of whichever month's contributions.
    Predicate<Subject> endedHere =
        switch (group.by()) {
          case MONTH ->
              subject -> ended(subject).map(Strata::month).equals(Optional.of(group.key()));
          case YEAR -> subject -> ended(subject).map(Strata::year).equals(Optional.of(group.key()));
          case NOTHING, SIZE, NEWCOMER, LANE, PATH -> chosen;
        };
    return new Cohort(
        group,
        opened,
        all.stream()
            .filter(subject -> ended(subject).filter(options.window()::contains).isPresent())
            .filter(endedHere)
            .toList(),
        options);
  }

  private static Optional<Instant> ended(Subject subject) {
    return subject.timeline().ending().map(Ending::at);
  }

  private static List<Group> groups(List<Subject> all, LatencyOptions options) {
    return all.stream()
        .filter(subject -> options.window().contains(subject.timeline().opened()))
        .flatMap(subject -> subject.strata().keys(options.by()).stream())
        .distinct()
        .map(key -> new Group(options.by(), key))
        .sorted(Group.ORDER)
        .toList();
  }

  private static Predicate<Subject> inGroup(Group group) {
    return subject -> subject.strata().keys(group.by()).contains(group.key());
  }
}
