package io.github.patchlane.core.plan;

import java.util.Objects;

/** A step and what became of it. */
public record StepReport(Step step, StepOutcome outcome) {
  public StepReport {
    Objects.requireNonNull(step);
    Objects.requireNonNull(outcome);
  }

  /** Whether it stands outside. */
  public boolean done() {
    return outcome instanceof StepOutcome.Done;
  }
}
