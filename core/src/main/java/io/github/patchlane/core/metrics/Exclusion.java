package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What was left out, and why.
 *
 * @param metric the one metric that left it out; empty if all did
 * @param reason one clause
 * @param contributions which ones, by opening time; for a metric of revisions those with any that
 *     it could not measure
 */
public record Exclusion(Optional<String> metric, String reason, List<Contribution> contributions) {
  static final Comparator<Exclusion> ORDER =
      Comparator.<Exclusion, String>comparing(e -> e.metric().orElse(""))
          .thenComparing(Exclusion::reason);

  public Exclusion {
    Objects.requireNonNull(metric);
    Objects.requireNonNull(reason);
    contributions = contributions.stream().sorted(Contribution.BY_OPENING).toList();
  }

  /** How many contributions. */
  public int count() {
    return contributions.size();
  }
}
