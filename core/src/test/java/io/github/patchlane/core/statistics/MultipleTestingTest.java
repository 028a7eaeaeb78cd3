package io.github.patchlane.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

class MultipleTestingTest {
  private static final List<Double> FAMILY = List.of(.005, .011, .02, .04, .13);

  @Test
  void publishedHolm() {
    assertClose(List.of(.025, .044, .06, .08, .13), Holm.of(FAMILY).adjusted());
  }

  @Test
  void publishedBenjaminiHochberg() {
    assertClose(List.of(.025, .0275, .1 / 3, .05, .13), BenjaminiHochberg.of(FAMILY).adjusted());
  }

  // p.adjust(c(.04, .005, .04, .9, .005), "holm") and "BH" of R 4.2.2
  @Test
  void tiesAndAnyOrderAsInR() {
    List<Double> family = List.of(.04, .005, .04, .9, .005);
    assertClose(List.of(.12, .025, .12, .9, .025), Holm.of(family).adjusted());
    assertClose(List.of(.05, .0125, .05, .9, .0125), BenjaminiHochberg.of(family).adjusted());
  }

  @Test
  void adjustedValuesStopAtOne() {
    assertEquals(List.of(1.0, 1.0), Holm.of(List.of(.6, .9)).adjusted());
    assertClose(List.of(.9, .9), BenjaminiHochberg.of(List.of(.6, .9)).adjusted());
    assertEquals(List.of(), Holm.of(List.of()).adjusted());
    assertEquals(List.of(), BenjaminiHochberg.of(List.of()).adjusted());
  }

  @Test
  void whatIsNoPValueIsRefused() {
    for (double bad : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> Holm.of(List.of(bad)));
      assertThrows(IllegalArgumentException.class, () -> BenjaminiHochberg.of(List.of(.5, bad)));
    }
  }

  private static void assertClose(List<Double> expected, List<Double> actual) {
    assertEquals(expected.size(), actual.size());
    for (int i = 0; i < expected.size(); i++) {
      assertEquals(expected.get(i), actual.get(i), 1e-12);
    }
  }
}
