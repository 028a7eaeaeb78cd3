package io.github.patchlane.core.metrics;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.function.Consumer;

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
    return with(draft -> draft.by = changed);
  }

  public LatencyOptions withWindow(Window changed) {
    return with(draft -> draft.window = changed);
  }

  public LatencyOptions withLandingsKnown(boolean changed) {
    return with(draft -> draft.landingsKnown = changed);
  }

  public LatencyOptions withLandingRecall(double changed) {
    return with(draft -> draft.landingRecall = OptionalDouble.of(changed));
  }

  public LatencyOptions withStalledAfter(Duration changed) {
    return with(draft -> draft.stalledAfter = changed);
  }

  public LatencyOptions withDormantAfter(Duration changed) {
    return with(draft -> draft.dormantAfter = changed);
  }

  public LatencyOptions withWarmUp(Duration changed) {
    return with(draft -> draft.warmUp = changed);
  }

  public LatencyOptions withMaintainers(Maintainers changed) {
    return with(draft -> draft.maintainers = changed);
  }

  public LatencyOptions withTimeScale(TimeScale changed) {
    return with(draft -> draft.timeScale = changed);
  }

  public LatencyOptions withSources(List<String> changed) {
    return with(draft -> draft.sources = changed);
  }

  private LatencyOptions with(Consumer<Draft> change) {
    Draft draft = new Draft(this);
    change.accept(draft);
    return draft.finished();
  }

  /** The options while one of them is being changed. */
  private static final class Draft {
    private final Instant asOf;
    private GroupBy by;
    private Window window;
    private boolean landingsKnown;
    private OptionalDouble landingRecall;
    private Duration stalledAfter;
    private Duration dormantAfter;
    private Duration warmUp;
    private Maintainers maintainers;
    private TimeScale timeScale;
    private List<String> sources;

    Draft(LatencyOptions options) {
      asOf = options.asOf;
      by = options.by;
      window = options.window;
      landingsKnown = options.landingsKnown;
      landingRecall = options.landingRecall;
      stalledAfter = options.stalledAfter;
      dormantAfter = options.dormantAfter;
      warmUp = options.warmUp;
      maintainers = options.maintainers;
      timeScale = options.timeScale;
      sources = options.sources;
    }

    LatencyOptions finished() {
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
          sources);
    }
  }
}
