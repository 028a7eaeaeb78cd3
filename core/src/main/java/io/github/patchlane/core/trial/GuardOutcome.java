package io.github.patchlane.core.trial;

import io.github.patchlane.core.statistics.Interval;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * A guard on both arms, among matched contributions.
 *
 * @param baseline the figure; empty where there is nothing to take it of
 * @param change trial less baseline for a share, else the ratio less 1; empty with either figure
 * @param interval of the change
 * @param baselineN contributions behind the baseline's figure
 * @param trialN contributions behind the trial's
 */
public record GuardOutcome(
    GuardRule rule,
    OptionalDouble baseline,
    OptionalDouble trial,
    OptionalDouble change,
    Optional<Interval> interval,
    int baselineN,
    int trialN) {
  public GuardOutcome {
    Objects.requireNonNull(rule);
    Objects.requireNonNull(baseline);
    Objects.requireNonNull(trial);
    Objects.requireNonNull(change);
    Objects.requireNonNull(interval);
  }

  /** How a guard came out. */
  public enum State {
    /** It is not so much worse, or chance may have made it so. */
    HELD,
    /** It is worse by more than the threshold, and by more than chance. */
    TRIPPED,
    /** There is too little to tell. */
    UNKNOWN;

    /** The name in machine-readable output. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  public State state() {
    if (change.isEmpty() || interval.isEmpty()) {
      return State.UNKNOWN;
    }
    double sign = rule.kind().moreIsBetter() ? -1 : 1;
    boolean beyond = sign * change.getAsDouble() >= rule.threshold();
    double mildest = rule.kind().moreIsBetter() ? -interval.get().upper() : interval.get().lower();
    return beyond && mildest > 0 ? State.TRIPPED : State.HELD;
  }

  public boolean tripped() {
    return state() == State.TRIPPED;
  }
}
