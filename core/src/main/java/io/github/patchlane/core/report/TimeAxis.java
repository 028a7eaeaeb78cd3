package io.github.patchlane.core.report;

import java.time.Duration;
import java.util.List;

/**
 * A time axis that is stretched towards its start, by the square root: an answer within hours and
 * one within weeks can be read off the same picture.
 *
 * @param ticks in seconds, ascending from 0; the last is the end of the axis
 */
record TimeAxis(List<Double> ticks) {
  static final TimeAxis MONTH =
      of(
          Duration.ZERO,
          Duration.ofHours(6),
          Duration.ofDays(1),
          Duration.ofDays(3),
          Duration.ofDays(7),
          Duration.ofDays(14),
          Duration.ofDays(30));

  static final TimeAxis HALF_YEAR =
      of(
          Duration.ZERO,
          Duration.ofDays(2),
          Duration.ofDays(7),
          Duration.ofDays(21),
          Duration.ofDays(45),
          Duration.ofDays(90),
          Duration.ofDays(180));

  TimeAxis {
    ticks = List.copyOf(ticks);
  }

  private static TimeAxis of(Duration... ticks) {
    return new TimeAxis(List.of(ticks).stream().map(t -> (double) t.toSeconds()).toList());
  }

  double end() {
    return ticks.get(ticks.size() - 1);
  }

  /** Where a time stands, from 0 at the start to 1 at the end. */
  double place(double seconds) {
    return Math.sqrt(Math.min(seconds, end()) / end());
  }

  /** {@code 6 h}, {@code 1 d}. */
  static String label(double seconds) {
    if (seconds == 0) {
      return "0";
    }
    double hours = seconds / 3600;
    return hours < 24 ? Figures.significant(hours) + " h" : Figures.significant(hours / 24) + " d";
  }
}
