package io.github.patchlane.core.statistics;

/**
 * One subject, watched until its event or until the watching ended (censored, pending). The unit of
 * time is the caller's; everything computed from it comes back in that unit.
 *
 * @param entry when the watching began; 0 is the beginning itself. A later entry (left truncation)
 *     means that the subject would not have been seen had its event come before
 * @param time when the event or the end of watching came, on the same clock; finite, at least 0,
 *     and after a delayed entry
 * @param event whether the event came; otherwise nothing is known past {@code time}
 */
public record Observation(double entry, double time, boolean event) {
  public Observation {
    requireSpan(entry, time);
    // -0.0 and 0.0 would sort apart and make two steps of one instant.
    entry += 0.0;
    time += 0.0;
  }

  /** A subject watched from the beginning. */
  public Observation(double time, boolean event) {
    this(0, time, event);
  }

  /** A subject whose event came. */
  public static Observation event(double time) {
    return new Observation(time, true);
  }

  /** A subject whose event had not come when the watching ended. */
  public static Observation censored(double time) {
    return new Observation(time, false);
  }

  /** The same subject, at risk only after {@code entry}. */
  public Observation enteredAt(double entry) {
    return new Observation(entry, time, event);
  }

  static void requireSpan(double entry, double time) {
    if (!(time >= 0) || Double.isInfinite(time)) {
      throw new IllegalArgumentException("time must be finite and not negative: " + time);
    }
    if (!(entry >= 0) || (entry > 0 && entry >= time)) {
      throw new IllegalArgumentException("entry must lie in [0, " + time + "): " + entry);
    }
  }
}
