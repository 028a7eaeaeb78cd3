package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import java.util.List;

/**
 * The contributions that can be measured, each with what metrics ask of it, and what was left out.
 *
 * @param subjects opened in the window, by opening time
 * @param excluded by reason
 */
public record Observed(List<Subject> subjects, List<Exclusion> excluded) {
  public Observed {
    subjects = List.copyOf(subjects);
    excluded = List.copyOf(excluded);
  }

  /**
   * Chooses.
   *
   * @param contributions everything that is known, not only what is to be reported on: who is new
   *     is judged by all of it
   */
  public static Observed of(List<Contribution> contributions, LatencyOptions options) {
    return new Selection(contributions, options).within(options.window());
  }
}
