package io.github.patchlane.core.trial;

import io.github.patchlane.core.statistics.Interval;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalLong;

/** What the data carries: an answer, or none yet. */
public sealed interface Verdict {

  /** Which lane is the quicker. */
  enum Direction {
    TRIAL_FASTER,
    TRIAL_SLOWER;

    /** The name in machine-readable output. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  /**
   * The primary metric differs.
   *
   * @param difference of restricted means in seconds, trial less baseline
   * @param tripped the guards that tell against the trial; with any, faster is not better
   * @param contradicting the sensitivity runs that point the other way
   */
  record CanTell(
      Direction direction,
      double difference,
      Interval interval,
      double pValue,
      List<GuardOutcome> tripped,
      List<SensitivityRun> contradicting)
      implements Verdict {
    public CanTell {
      Objects.requireNonNull(direction);
      Objects.requireNonNull(interval);
      tripped = List.copyOf(tripped);
      contradicting = List.copyOf(contradicting);
    }

    /** Whether nothing speaks against taking it at its word. */
    public boolean unqualified() {
      return tripped.isEmpty() && contradicting.isEmpty();
    }
  }

  /**
   * No answer.
   *
   * @param moreTrial contributions that the trial lane lacks for the effect that the protocol
   *     names; 0 where that effect would most likely have been seen; empty where nothing can be
   *     said
   * @param moreBaseline the same of the baseline
   */
  record CannotTellYet(Reason reason, OptionalLong moreTrial, OptionalLong moreBaseline)
      implements Verdict {
    public CannotTellYet {
      Objects.requireNonNull(reason);
      Objects.requireNonNull(moreTrial);
      Objects.requireNonNull(moreBaseline);
    }
  }

  /** Why there is no answer. */
  enum Reason {
    ONE_LANE_IS_EMPTY("one of the lanes has no contribution to measure"),
    NOTHING_ALIKE("no contribution of one lane is like one of the other"),
    TOO_FEW_AUTHORS("fewer than 5 authors on one of the lanes"),
    TOO_FEW_EVENTS("fewer than 10 events on one of the lanes"),
    HORIZON_NOT_REACHED("on one of the lanes nobody was watched to the horizon"),
    WITHIN_CHANCE("the difference is within chance");

    private final String text;

    Reason(String text) {
      this.text = text;
    }

    /** One clause for people. */
    public String text() {
      return text;
    }

    /** The name in machine-readable output. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
