package io.github.patchlane.core.statistics;

import java.util.OptionalLong;

/**
 * What a two-sided comparison of two groups can see: how many events it needs, what the events at
 * hand can detect, how many more would do. Hazard ratios h and 1/h are equally hard to see.
 *
 * <p>For survival times after Schoenfeld (1983), {@code D = (z₁ + z₂)² / (p(1 − p) ln² h)}: events
 * count, not subjects. For rank comparisons after Noether (1987).
 *
 * @param significance the chance of seeing a difference where there is none, such as 0.05
 * @param power the chance of seeing one that is there, such as 0.8
 */
public record Power(double significance, double power) {
  public Power {
    Normal.requireLevel(1 - significance);
    Normal.requireLevel(power);
    if (power <= significance) {
      throw new IllegalArgumentException("power must exceed significance: " + power);
    }
  }

  /** 80 % power at 5 % significance. */
  public static Power conventional() {
    return new Power(0.05, 0.8);
  }

  /**
   * How many events both groups together need.
   *
   * @param hazardRatio to be detected; positive and not 1
   * @param share of the events expected in one of the groups, within (0, 1)
   */
  public long eventsNeeded(double hazardRatio, double share) {
    return (long) Math.ceil(informationNeeded(hazardRatio) / spread(share));
  }

  /**
   * The hazard ratio nearest to 1, stated above 1, that so many events can tell from it; infinite
   * while a group has none.
   */
  public double smallestDetectableHazardRatio(long firstEvents, long secondEvents) {
    return Math.exp(z() / Math.sqrt(information(firstEvents, secondEvents)));
  }

  /**
   * How many more events both groups together need if they keep coming in the ratio so far; 0 if
   * those at hand suffice.
   *
   * @return empty while a group has no events and the ratio is unknown
   */
  public OptionalLong moreEvents(long firstEvents, long secondEvents, double hazardRatio) {
    double needed = informationNeeded(hazardRatio);
    double present = information(firstEvents, secondEvents);
    if (present == 0) {
      return OptionalLong.empty();
    }
    double total = (firstEvents + secondEvents) * Math.max(1, needed / present);
    return OptionalLong.of((long) Math.ceil(total) - firstEvents - secondEvents);
  }

  /**
   * How many more events the first group needs while the second gets no more; 0 if those at hand
   * suffice.
   *
   * @return empty if no number would do: the second group has too few
   */
  public OptionalLong moreEventsInFirst(long firstEvents, long secondEvents, double hazardRatio) {
    double needed = informationNeeded(hazardRatio);
    if (information(firstEvents, secondEvents) >= needed) {
      return OptionalLong.of(0);
    }
    return secondEvents <= needed
        ? OptionalLong.empty()
        : OptionalLong.of(
            (long) Math.ceil(secondEvents * needed / (secondEvents - needed)) - firstEvents);
  }

  /**
   * How many subjects both groups together need for a Mann–Whitney test (Noether).
   *
   * @param probabilityOfSuperiority to be told from 0.5; within [0, 1]
   * @param share of the subjects in one of the groups, within (0, 1)
   */
  public long subjectsNeeded(double probabilityOfSuperiority, double share) {
    double distance = probabilityOfSuperiority - 0.5;
    if (!(Math.abs(distance) <= 0.5) || distance == 0) {
      throw new IllegalArgumentException(
          "a probability within [0, 1] and not 0.5 is needed: " + probabilityOfSuperiority);
    }
    return (long) Math.ceil(z() * z() / (12 * spread(share) * distance * distance));
  }

  private double z() {
    return Normal.criticalValue(1 - significance) + Normal.quantile(power);
  }

  private double informationNeeded(double hazardRatio) {
    double log = Math.log(hazardRatio);
    if (!(hazardRatio > 0) || log == 0 || Double.isInfinite(log)) {
      throw new IllegalArgumentException(
          "a positive hazard ratio other than 1 is needed: " + hazardRatio);
    }
    return z() * z() / (log * log);
  }

  /** D·p(1 − p) of the events at hand. */
  private static double information(long first, long second) {
    if (first < 0 || second < 0) {
      throw new IllegalArgumentException("a count of events is not negative");
    }
    return first == 0 || second == 0 ? 0 : 1 / (1.0 / first + 1.0 / second);
  }

  private static double spread(double share) {
    if (!(share > 0 && share < 1)) {
      throw new IllegalArgumentException("a share lies between 0 and 1: " + share);
    }
    return share * (1 - share);
  }
}
