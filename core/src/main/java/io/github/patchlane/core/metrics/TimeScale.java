package io.github.patchlane.core.metrics;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Which time counts when somebody waits. */
public enum TimeScale {
  /** All of it: the measure to go by. */
  CALENDAR {
    @Override
    public Duration between(Instant from, Instant to) {
      return Duration.between(from, to);
    }

    @Override
    public Duration of(Duration calendar) {
      return calendar;
    }
  },
  /**
   * Monday to Friday in UTC, each with its 24 hours. Holidays differ from place to place and are
   * not known.
   */
  WORKING_DAYS {
    @Override
    public Duration between(Instant from, Instant to) {
      return worked(to).minus(worked(from));
    }

    @Override
    public Duration of(Duration calendar) {
      return calendar.multipliedBy(WORKING).dividedBy(WEEK);
    }
  };

  private static final int WORKING = 5;
  private static final int WEEK = 7;
  private static final long DAY = Duration.ofDays(1).toSeconds();

  /** A Monday's midnight long before any mail. */
  private static final long MONDAY =
      LocalDate.of(1900, 1, 1).atStartOfDay(ZoneOffset.UTC).toEpochSecond();

  /** The time that counts from one instant to a later one. */
  public abstract Duration between(Instant from, Instant to);

  /** How much of a span of calendar time counts, whenever it begins, on average. */
  public abstract Duration of(Duration calendar);

  /** The name in machine-readable output. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Working time since that Monday. */
  private static Duration worked(Instant instant) {
    Duration part = Duration.between(instant.truncatedTo(ChronoUnit.SECONDS), instant);
    return Duration.ofSeconds(seconds(instant)).plus(isWeekend(instant) ? Duration.ZERO : part);
  }

  private static long seconds(Instant instant) {
    long passed = instant.getEpochSecond() - MONDAY;
    long week = WEEK * DAY;
    long inWeek = Math.floorMod(passed, week);
    return Math.floorDiv(passed, week) * WORKING * DAY + Math.min(inWeek, WORKING * DAY);
  }

  private static boolean isWeekend(Instant instant) {
    return instant.atOffset(ZoneOffset.UTC).getDayOfWeek().compareTo(DayOfWeek.FRIDAY) > 0;
  }
}
