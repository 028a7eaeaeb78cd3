package io.github.patchlane.core.statistics;

import java.util.List;

/**
 * Holm's step-down correction: rejecting every hypothesis whose adjusted p is at most α keeps the
 * chance of any false rejection at most α, however the tests depend on each other.
 *
 * @param adjusted in the order given
 */
public record Holm(List<Double> adjusted) {
  public Holm {
    adjusted = List.copyOf(adjusted);
  }

  /** Adjusts the p-values of one family of tests, given in any order. */
  public static Holm of(List<Double> pValues) {
    int[] ascending = PValues.ascending(pValues);
    Double[] adjusted = new Double[ascending.length];
    double most = 0;
    for (int i = 0; i < ascending.length; i++) {
      most = Math.max(most, Math.min(1, (ascending.length - i) * pValues.get(ascending[i])));
      adjusted[ascending[i]] = most;
    }
    return new Holm(List.of(adjusted));
  }
}
