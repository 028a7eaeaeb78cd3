package io.github.patchlane.core.metrics;

import java.util.Comparator;
import java.util.Objects;

/**
 * Which contributions a number is about.
 *
 * @param by what they were grouped by
 * @param key what those of this group have in common; empty if it is all of them
 */
public record Group(GroupBy by, String key) {
  /** All contributions, ungrouped. */
  public static final Group ALL = new Group(GroupBy.NOTHING, "");

  /** By name, which for months, years and sizes is their order too. */
  static final Comparator<Group> ORDER = Comparator.comparing(Group::key);

  public Group {
    Objects.requireNonNull(by);
    Objects.requireNonNull(key);
  }
}
