package io.github.patchlane.core.metrics;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What contributions are grouped by; each is known when a contribution is opened. */
public enum GroupBy {
  NOTHING,
  /** Of opening, in UTC: {@code 2024-01}. */
  MONTH,
  /** Of opening, in UTC. */
  YEAR,
  /** Patches of the first round: 1, 2, 3-4, 5+. */
  SIZE,
  /** {@link Experience} of the submitter. */
  NEWCOMER,
  LANE,
  /** Top directory; a contribution stands in each that it touches. */
  PATH;

  /** The name in machine-readable output and on the command line. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** By its label; {@link #NOTHING} has none. */
  public static Optional<GroupBy> ofLabel(String label) {
    return choices().stream().filter(by -> by.label().equals(label)).findFirst();
  }

  /** Those that group. */
  public static List<GroupBy> choices() {
    return Arrays.stream(values()).filter(by -> by != NOTHING).toList();
  }
}
