package io.github.patchlane.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PseudoValuesTest {
  @Test
  void withoutCensoringTheyAreTheTimesCutAtTheHorizon() {
    PseudoValues values =
        PseudoValues.of(
            List.of(
                Observation.event(3),
                Observation.event(1),
                Observation.event(3),
                Observation.event(9)),
            5);

    assertEquals(4, values.values().size());
    assertEquals(3, values.values().get(0), 1e-12);
    assertEquals(1, values.values().get(1), 1e-12);
    assertEquals(3, values.values().get(2), 1e-12);
    assertEquals(5, values.values().get(3), 1e-12);
  }

  @Test
  void theyAreWhatLeavingEachOutInTurnGives() {
    Random random = new Random(20260101);
    for (int round = 0; round < 200; round++) {
      List<Observation> all = new ArrayList<>();
      int size = 2 + random.nextInt(30);
      for (int i = 0; i < size; i++) {
        all.add(new Observation(1 + random.nextInt(12), random.nextDouble() < 0.6));
      }
      double horizon = 1 + random.nextInt(14);
      double whole = KaplanMeier.of(all).restrictedMean(horizon).estimate();
      PseudoValues values = PseudoValues.of(all, horizon);
      for (int i = 0; i < size; i++) {
        List<Observation> others = new ArrayList<>(all);
        others.remove(i);
        double left = KaplanMeier.of(others).restrictedMean(horizon).estimate();

        assertEquals(size * whole - (size - 1) * left, values.values().get(i), 1e-9);
      }
    }
  }

  @Test
  void aHorizonThatNobodyReachedIsMarked() {
    List<Observation> all = List.of(Observation.event(1), Observation.censored(3));

    assertTrue(PseudoValues.of(all, 5).extrapolated());
    assertThrows(
        IllegalArgumentException.class, () -> PseudoValues.of(all, Double.POSITIVE_INFINITY));
  }
}
