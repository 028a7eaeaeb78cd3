package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.SourceId;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * One waiting time. What has not come yet is pending, which is a lower bound: never zero, never
 * dropped.
 */
public sealed interface Latency {

  /**
   * The wait is over.
   *
   * @param length the time that counts; less than from {@code from} to {@code to} only where a
   *     metric adds up parts of it
   * @param by the mail, note or commit that ended it
   */
  record Measured(Duration length, Instant from, Instant to, SourceId by) implements Latency {
    public Measured {
      requireLength(length);
      Objects.requireNonNull(from);
      Objects.requireNonNull(to);
      Objects.requireNonNull(by);
    }

    static Measured between(Instant from, Instant to, SourceId by) {
      return new Measured(Duration.between(from, to), from, to, by);
    }
  }

  /**
   * The event had not come when the watching ended: censored.
   *
   * @param observed how long it was waited for
   * @param until the end of observation, or an earlier end after which nobody waits
   */
  record Pending(Duration observed, Instant from, Instant until) implements Latency {
    public Pending {
      requireLength(observed);
      Objects.requireNonNull(from);
      Objects.requireNonNull(until);
    }

    static Pending between(Instant from, Instant until) {
      return new Pending(Duration.between(from, until), from, until);
    }
  }

  /**
   * There is nothing to wait for here.
   *
   * @param reason completes "not measured: "; it is counted in every report
   */
  record NotApplicable(String reason) implements Latency {
    public NotApplicable {
      Objects.requireNonNull(reason);
    }
  }

  /** The time that passed, whether or not the wait is over; nothing for what does not apply. */
  default Duration passed() {
    if (this instanceof Measured measured) {
      return measured.length();
    }
    return this instanceof Pending pending ? pending.observed() : Duration.ZERO;
  }

  /**
   * The time that passed on a scale. A sum of parts was made on the scale that its metric was given
   * and stays as it is.
   */
  default Duration passed(TimeScale scale) {
    if (this instanceof Measured measured) {
      return onScale(measured.length(), measured.from(), measured.to(), scale);
    }
    return this instanceof Pending pending
        ? onScale(pending.observed(), pending.from(), pending.until(), scale)
        : Duration.ZERO;
  }

  private static Duration onScale(Duration length, Instant from, Instant to, TimeScale scale) {
    return length.equals(Duration.between(from, to)) ? scale.between(from, to) : length;
  }

  private static void requireLength(Duration length) {
    if (length.isNegative()) {
      throw new IllegalArgumentException("a negative wait: " + length);
    }
  }
}
