package io.github.patchlane.core.metrics;

import java.util.List;

/**
 * One thing that is measured. It looks at contributions only, never at the lane they came by, so
 * that both lanes go through the same code. Immutable.
 */
public interface Metric {
  Definition definition();

  /** The number for one group of contributions. */
  MetricResult of(Cohort cohort);

  /** The contributions that make the number bad, the worst first; none where nobody stands out. */
  default List<Offender> worst(Cohort cohort) {
    return List.of();
  }

  default String id() {
    return definition().id();
  }
}
