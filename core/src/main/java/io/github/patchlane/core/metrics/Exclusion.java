package io.github.patchlane.core.metrics;

import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;

/**
 * What was left out, and why.
 *
 * @param metric the one metric that left it out; empty if all did
 * @param reason one clause
 * @param count how many contributions, or revisions of a metric that measures those
 */
public record Exclusion(Optional<String> metric, String reason, int count) {
  static final Comparator<Exclusion> ORDER =
      Comparator.<Exclusion, String>comparing(e -> e.metric().orElse(""))
          .thenComparing(Exclusion::reason);

  public Exclusion {
    Objects.requireNonNull(metric);
    Objects.requireNonNull(reason);
  }
}
