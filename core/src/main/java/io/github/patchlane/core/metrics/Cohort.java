package io.github.patchlane.core.metrics;

import java.util.List;
import java.util.Objects;

/**
 * The contributions behind one group's numbers.
 *
 * @param opened those opened in the window, by opening time
 * @param ended those that ended in the window, whenever they were opened; where the group is a
 *     month or a year, those that ended in it
 */
public record Cohort(
    Group group, List<Subject> opened, List<Subject> ended, LatencyOptions options) {
  public Cohort {
    Objects.requireNonNull(group);
    opened = List.copyOf(opened);
    ended = List.copyOf(ended);
    Objects.requireNonNull(options);
  }

  /** Those that are open still. */
  public List<Subject> open() {
    return opened.stream().filter(subject -> subject.timeline().isOpen()).toList();
  }
}
