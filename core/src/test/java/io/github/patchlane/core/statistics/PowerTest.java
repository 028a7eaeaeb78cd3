package io.github.patchlane.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class PowerTest {
  private static final Power POWER = Power.conventional();

  @Test
  void publishedDetectableHazardRatiosWithFiveEventsAgainstOne() {
    assertEquals(
        List.of(2.64, 1.99, 1.75, 1.54, 1.36, 1.24),
        LongStream.of(10, 20, 30, 50, 100, 200)
            .mapToObj(n -> POWER.smallestDetectableHazardRatio(n, 5 * n))
            .map(ratio -> Math.round(ratio * 100) / 100.0)
            .toList());
  }

  @Test
  void eventsNeededAfterSchoenfeld() {
    // (1.959964 + 0.841621)² / (0.25 · ln² 2) = 65.35; with 1 of 6 and h = 1.5: 343.75
    assertEquals(66, POWER.eventsNeeded(2, 0.5));
    assertEquals(66, POWER.eventsNeeded(0.5, 0.5));
    assertEquals(344, POWER.eventsNeeded(1.5, 1.0 / 6));
  }

  @Test
  void subjectsNeededAfterNoether() {
    assertEquals(66, POWER.subjectsNeeded(0.7, 0.5));
    assertEquals(66, POWER.subjectsNeeded(0.3, 0.5));
    assertEquals(117, POWER.subjectsNeeded(0.65, 0.5));
    assertEquals(210, POWER.subjectsNeeded(0.65, 1.0 / 6));
  }

  @Test
  void howManyMoreEventsWouldDo() {
    assertEquals(OptionalLong.of(224), POWER.moreEvents(20, 100, 1.5));
    assertEquals(OptionalLong.of(72), POWER.moreEventsInFirst(20, 100, 1.5));
    assertEquals(OptionalLong.of(0), POWER.moreEvents(100, 500, 1.5));
    assertEquals(OptionalLong.of(0), POWER.moreEventsInFirst(100, 500, 1.5));
    assertEquals(OptionalLong.empty(), POWER.moreEvents(0, 100, 1.5));
    assertEquals(OptionalLong.empty(), POWER.moreEventsInFirst(20, 40, 1.5));
    assertEquals(OptionalLong.of(92), POWER.moreEventsInFirst(0, 100, 1.5));
  }

  @Test
  void asManyMoreAsAskedForSufficeAndOneFewerDoesNot() {
    SplittableRandom random = new SplittableRandom(51);
    for (int round = 0; round < 500; round++) {
      long first = 1L + random.nextInt(50);
      long second = 1L + random.nextInt(500);
      double ratio = 1.05 + 2 * random.nextDouble();
      POWER
          .moreEventsInFirst(first, second, ratio)
          .ifPresent(
              more -> {
                assertTrue(
                    POWER.smallestDetectableHazardRatio(first + more, second) <= ratio + 1e-9);
                if (more > 0) {
                  assertTrue(POWER.smallestDetectableHazardRatio(first + more - 1, second) > ratio);
                }
              });
    }
  }

  @Test
  void withoutEventsInAGroupNothingCanBeSeen() {
    assertEquals(Double.POSITIVE_INFINITY, POWER.smallestDetectableHazardRatio(0, 100));
  }

  @Test
  void impossibleQuestionsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> POWER.eventsNeeded(1, 0.5));
    assertThrows(IllegalArgumentException.class, () -> POWER.eventsNeeded(-2, 0.5));
    assertThrows(IllegalArgumentException.class, () -> POWER.eventsNeeded(2, 1));
    assertThrows(IllegalArgumentException.class, () -> POWER.subjectsNeeded(0.5, 0.5));
    assertThrows(IllegalArgumentException.class, () -> POWER.subjectsNeeded(1.1, 0.5));
    assertThrows(IllegalArgumentException.class, () -> POWER.smallestDetectableHazardRatio(-1, 3));
    assertThrows(IllegalArgumentException.class, () -> new Power(0, 0.8));
    assertThrows(IllegalArgumentException.class, () -> new Power(0.8, 0.05));
  }

  @Test
  void trialsOfTheSizeAskedForFindTheDifferenceAsOftenAsPromised() {
    int each = (int) (POWER.eventsNeeded(2, 0.5) / 2);
    SplittableRandom random = new SplittableRandom(52);
    int found = 0;
    for (int round = 0; round < 1000; round++) {
      List<Observation> slow = exponential(random, each, 2);
      List<Observation> fast = exponential(random, each, 1);
      found += LogRank.of(slow, fast).pValue() < 0.05 ? 1 : 0;
    }
    assertEquals(0.8, found / 1000.0, 0.05);
  }

  private static List<Observation> exponential(SplittableRandom random, int size, double mean) {
    return IntStream.range(0, size)
        .mapToObj(i -> Observation.event(-mean * Math.log(1 - random.nextDouble())))
        .toList();
  }
}
