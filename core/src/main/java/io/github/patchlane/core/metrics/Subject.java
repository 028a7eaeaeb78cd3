package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import java.util.Objects;

/** One contribution with all that metrics ask of it. */
public record Subject(Timeline timeline, Strata strata, Career career) {
  public Subject {
    Objects.requireNonNull(timeline);
    Objects.requireNonNull(strata);
    Objects.requireNonNull(career);
  }

  public Contribution contribution() {
    return timeline.contribution();
  }
}
