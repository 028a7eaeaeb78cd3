package io.github.patchlane.core.metrics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TimeScaleTest {
  private static Duration working(String from, String to) {
    return TimeScale.WORKING_DAYS.between(Instant.parse(from), Instant.parse(to));
  }

  @Test
  void weekendsDoNotCount() {
    // 2024-01-05 was a Friday.
    assertEquals(Duration.ofHours(24), working("2024-01-05T12:00:00Z", "2024-01-08T12:00:00Z"));
    assertEquals(Duration.ZERO, working("2024-01-06T01:00:00.5Z", "2024-01-07T23:00:00.25Z"));
    assertEquals(Duration.ofDays(10), working("2024-01-03T00:00:00Z", "2024-01-17T00:00:00Z"));
  }

  @Test
  void withinTheWeekItIsCalendarTimeToTheNanosecond() {
    Instant from = Instant.parse("2024-01-02T03:04:05.123456789Z");
    Instant to = Instant.parse("2024-01-04T09:00:00.000000001Z");

    assertEquals(Duration.between(from, to), TimeScale.WORKING_DAYS.between(from, to));
  }

  @Test
  void partsAddUpToTheWhole() {
    Instant start = Instant.parse("2024-01-01T05:00:00Z");
    Duration sum = Duration.ZERO;
    for (int hour = 0; hour < 400; hour += 7) {
      sum =
          sum.plus(
              TimeScale.WORKING_DAYS.between(
                  start.plus(Duration.ofHours(hour)), start.plus(Duration.ofHours(hour + 7))));
    }

    assertEquals(TimeScale.WORKING_DAYS.between(start, start.plus(Duration.ofHours(406))), sum);
  }

  @Test
  void aHorizonOfAWeekHasFiveDays() {
    assertEquals(Duration.ofDays(5), TimeScale.WORKING_DAYS.of(Duration.ofDays(7)));
    assertEquals(Duration.ofDays(7), TimeScale.CALENDAR.of(Duration.ofDays(7)));
  }
}
