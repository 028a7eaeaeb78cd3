package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

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
    Selection selection = new Selection(contributions, options);
    List<Subject> inside =
        selection.subjects().stream()
            .filter(subject -> options.window().contains(subject.timeline().opened()))
            .toList();
    List<Exclusion> excluded = new ArrayList<>(selection.exclusions());
    int outside = selection.subjects().size() - inside.size();
    if (outside > 0) {
      excluded.add(new Exclusion(Optional.empty(), "opened outside the window", outside));
    }
    excluded.sort(Exclusion.ORDER);
    return new Observed(inside, excluded);
  }
}
