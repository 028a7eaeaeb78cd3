package io.github.patchlane.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;

/**
 * What a report is to look at. Start at {@link #asOf(Instant)} and change what differs.
 *
 * @param asOf the end of observation; later events do not exist
 * @param by how to group
 * @param window which opening times to report on; who is new is judged by everything
 * @param landingsKnown whether a repository was searched for landings
 * @param landingRecall the share of true landings that the search finds, where it was measured
 * @param stalledAfter how long nothing must have happened for an open contribution to be stalled
 * @param dormantAfter how long for it to be counted as dormant instead
 * @param warmUp how long the archive must have run before somebody unseen counts as a newcomer
 * @param maintainers who looks after which files
 * @param timeScale which time counts while somebody waits
 * @param sources as their user named them
 */
public record LatencyOptions(
    Instant asOf,
    GroupBy by,
    Window window,
    boolean landingsKnown,
    OptionalDouble landingRecall,
    Duration stalledAfter,
    Duration dormantAfter,
    Duration warmUp,
    Maintainers maintainers,
    TimeScale timeScale,
    List<String> sources) {
  public LatencyOptions {
    Objects.requireNonNull(asOf);
    Objects.requireNonNull(by);
    Objects.requireNonNull(window);
    Objects.requireNonNull(landingRecall);
    Objects.requireNonNull(stalledAfter);
    Objects.requireNonNull(dormantAfter);
    Objects.requireNonNull(warmUp);
    Objects.requireNonNull(maintainers);
    Objects.requireNonNull(timeScale);
    sources = List.copyOf(sources);
  }

  /**
   * Everything ungrouped, landings searched for; stalled after 14 days, dormant after 180,
   * newcomers from 180 days into the archive.
   */
  public static LatencyOptions asOf(Instant asOf) {
    return new LatencyOptions(
        asOf,
        GroupBy.NOTHING,
        Window.ALWAYS,
        true,
        OptionalDouble.empty(),
        Duration.ofDays(14),
        Duration.ofDays(180),
        Duration.ofDays(180),
        Maintainers.UNKNOWN,
        TimeScale.CALENDAR,
        List.of());
  }

  public LatencyOptions withBy(GroupBy changed) {
    return new LatencyOptions(
        asOf,
        changed,
        window,
        landingsKnown,
        landingRecall,
        stalledAfter,
        dormantAfter,
        warmUp,
        maintainers,
        timeScale,
        sources);
  }

  public LatencyOptions withWindow(Window changed) {
    return new LatencyOptions(
        asOf,
        by,
        changed,
        landingsKnown,
        landingRecall,
        stalledAfter,
        dormantAfter,
        warmUp,
        maintainers,
        timeScale,
        sources);
  }

  public LatencyOptions withLandingsKnown(boolean changed) {
    return new LatencyOptions(
        asOf,
        by,
        window,
        changed,
        landingRecall,
        stalledAfter,
        dormantAfter,
        warmUp,
        maintainers,
        timeScale,
        sources);
  }

  public LatencyOptions withLandingRecall(double changed) {
    return new LatencyOptions(
        asOf,
        by,
        window,
        landingsKnown,
        OptionalDouble.of(changed),
        stalledAfter,
        dormantAfter,
        warmUp,
        maintainers,
        timeScale,
        sources);
  }

  public LatencyOptions withStalledAfter(Duration changed) {
    return new LatencyOptions(
        asOf,
        by,
        window,
        landingsKnown,
        landingRecall,
        changed,
        dormantAfter,
        warmUp,
        maintainers,
        timeScale,
        sources);
  }

  public LatencyOptions withDormantAfter(Duration changed) {
    return new LatencyOptions(
        asOf,
        by,
        window,
        landingsKnown,
        landingRecall,
        stalledAfter,
        changed,
        warmUp,
        maintainers,
        timeScale,
        sources);
  }

  public LatencyOptions withWarmUp(Duration changed) {
    return new LatencyOptions(
        asOf,
        by,
        window,
        landingsKnown,
        landingRecall,
        stalledAfter,
        dormantAfter,
        changed,
        maintainers,
        timeScale,
        sources);
  }

  public LatencyOptions withMaintainers(Maintainers changed) {
    return new LatencyOptions(
        asOf,
        by,
        window,
        landingsKnown,
        landingRecall,
        stalledAfter,
        dormantAfter,
        warmUp,
        changed,
        timeScale,
        sources);
  }

  public LatencyOptions withTimeScale(TimeScale changed) {
    return new LatencyOptions(
        asOf,
        by,
        window,
        landingsKnown,
        landingRecall,
        stalledAfter,
        dormantAfter,
        warmUp,
        maintainers,
        changed,
        sources);
  }

  public LatencyOptions withSources(List<String> changed) {
    return new LatencyOptions(
        asOf,
        by,
        window,
        landingsKnown,
        landingRecall,
        stalledAfter,
        dormantAfter,
        warmUp,
        maintainers,
        timeScale,
        changed);
  }
}
