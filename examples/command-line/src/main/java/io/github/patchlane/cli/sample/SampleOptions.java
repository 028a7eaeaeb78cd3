package io.github.patchlane.cli.sample;

import java.time.LocalDate;
import java.util.Objects;

/**
 * Which story to tell. The same options give the same bytes.
 *
 * @param contributions how many efforts open in the window; one gives about seven mails
 * @param start the first day; the clock of the story has nothing to do with the system's
 * @param days how long contributions open, and how long the list is watched
 * @param realSize whether mails carry the bulk of real ones (median about 6 kB), for benchmarks
 */
public record SampleOptions(
    long seed, int contributions, LocalDate start, int days, boolean realSize) {
  public SampleOptions {
    Objects.requireNonNull(start);
    if (contributions < 1 || days < 1) {
      throw new IllegalArgumentException(
          "a story needs a contribution and a day: " + contributions + ", " + days);
    }
  }

  /**
   * How many merge requests open in the last third of the window. None where mails are of real
   * size: that is to measure the reading of lists.
   */
  int requests() {
    return realSize ? 0 : (contributions + 3) / 4;
  }

  /** What the command shows when it is given nothing: 120 contributions over ten months of 2025. */
  public static SampleOptions standard() {
    return new SampleOptions(20250106, 120, LocalDate.of(2025, 1, 6), 300, false);
  }
}
