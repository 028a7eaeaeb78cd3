package io.github.patchlane.cli.sample;

import java.util.Collection;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * What was to be found, against what was found; each item written out, so that a mismatch says what
 * it is.
 *
 * @param name what the items are
 * @param missed items of the truth that were not found
 * @param wrong items found that are not in the truth
 * @param right how many are in both
 */
public record Measure(String name, SortedSet<String> missed, SortedSet<String> wrong, int right) {
  static Measure of(String name, Collection<String> expected, Collection<String> found) {
    SortedSet<String> missed = new TreeSet<>(expected);
    SortedSet<String> wrong = new TreeSet<>(found);
    int right = missed.size();
    missed.removeAll(wrong);
    right -= missed.size();
    wrong.removeAll(expected);
    return new Measure(name, missed, wrong, right);
  }

  /** How many there were to find. */
  public int expected() {
    return right + missed.size();
  }

  /** The share of the truth that was found; 1 where there was nothing to find. */
  public double recall() {
    return share(expected());
  }

  /** The share of what was found that is true; 1 where nothing was found. */
  public double precision() {
    return share(right + wrong.size());
  }

  private double share(int of) {
    return of == 0 ? 1 : (double) right / of;
  }
}
