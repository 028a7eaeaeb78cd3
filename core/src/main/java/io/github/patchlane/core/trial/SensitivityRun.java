package io.github.patchlane.core.trial;

import java.util.Locale;
import java.util.Objects;

/**
 * The primary comparison once more, with one thing done otherwise. It decides nothing; but an
 * answer that turns round with it is not to be trusted.
 */
public record SensitivityRun(Kind kind, MetricComparison comparison) {
  public SensitivityRun {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(comparison);
  }

  /** What is done otherwise. */
  public enum Kind {
    /** Without the trial's first weeks, when it was new. */
    FIRST_WEEKS_DROPPED,
    /** Weekends do not count. */
    WORKING_DAYS,
    /** Only landings that a commit's trailer declares. */
    TRAILERS_ONLY,
    /** No matching: shows what the matching is for. */
    UNMATCHED;

    /** The name in machine-readable output. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /** Whether its difference lies on the other side of 0. */
  boolean contradicts(double estimate) {
    return kind != Kind.UNMATCHED
        && comparison.times().filter(t -> t.difference().estimate() * estimate < 0).isPresent();
  }
}
