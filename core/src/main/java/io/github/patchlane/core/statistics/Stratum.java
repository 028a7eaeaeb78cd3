package io.github.patchlane.core.statistics;

import java.util.Collection;
import java.util.List;

/**
 * The groups to be compared, among subjects alike in what must not be confused with the groups.
 *
 * @param groups in the same order in every stratum; a group without subjects here is empty, not
 *     left out
 */
public record Stratum(List<List<Observation>> groups) {
  public Stratum {
    groups = groups.stream().map(List::copyOf).toList();
  }

  /** A stratum of two groups. */
  public static Stratum of(Collection<Observation> first, Collection<Observation> second) {
    return new Stratum(List.of(List.copyOf(first), List.copyOf(second)));
  }
}
