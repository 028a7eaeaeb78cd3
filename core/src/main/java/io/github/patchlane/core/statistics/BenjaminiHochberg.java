package io.github.patchlane.core.statistics;

import java.util.List;

/**
 * The correction of Benjamini and Hochberg: of the hypotheses whose adjusted p is at most α, on
 * average at most the share α is rejected falsely, if the tests are independent or positively
 * dependent.
 *
 * @param adjusted in the order given
 */
public record BenjaminiHochberg(List<Double> adjusted) {
  public BenjaminiHochberg {
    adjusted = List.copyOf(adjusted);
  }

  /** Adjusts the p-values of one family of tests, given in any order. */
  public static BenjaminiHochberg of(List<Double> pValues) {
    int[] ascending = PValues.ascending(pValues);
    Double[] adjusted = new Double[ascending.length];
    double least = 1;
    for (int i = ascending.length - 1; i >= 0; i--) {
      least = Math.min(least, pValues.get(ascending[i]) * ascending.length / (i + 1));
      adjusted[ascending[i]] = least;
    }
    return new BenjaminiHochberg(List.of(adjusted));
  }
}
