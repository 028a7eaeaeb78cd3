package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import java.util.List;
import java.util.Objects;

/**
 * What waits for whom.
 *
 * @param items what the reviewers or a committer owe first, then what the authors owe; within each
 *     the longest wait first
 * @param dormant open ones on which nobody did anything for very long, which are not among the
 *     items
 * @param excluded what could not be open
 */
public record StalledReport(
    LatencyOptions options, List<Stalled> items, int dormant, List<Exclusion> excluded) {
  public StalledReport {
    Objects.requireNonNull(options);
    items = List.copyOf(items);
    excluded = List.copyOf(excluded);
  }

  /**
   * Lists the open contributions that were opened in the options' window. To fold none into the
   * dormant, ask for a {@code dormantAfter} longer than any archive.
   */
  public static StalledReport of(List<Contribution> contributions, LatencyOptions options) {
    Selection selection = new Selection(contributions, options);
    List<Timeline> open =
        selection.subjects().stream()
            .map(Subject::timeline)
            .filter(timeline -> options.window().contains(timeline.opened()))
            .filter(Timeline::isOpen)
            .toList();
    List<Stalled> items =
        open.stream()
            .filter(timeline -> Idle.of(timeline, options) != Idle.DORMANT)
            .flatMap(timeline -> Stalled.of(timeline, options.maintainers()).stream())
            .sorted(Stalled.MAINTAINERS_FIRST)
            .toList();
    return new StalledReport(options, items, open.size() - items.size(), selection.exclusions());
  }
}
