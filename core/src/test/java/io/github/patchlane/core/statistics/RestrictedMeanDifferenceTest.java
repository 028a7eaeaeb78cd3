package io.github.patchlane.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class RestrictedMeanDifferenceTest {
  private static final KaplanMeier SIX_MP = KaplanMeier.of(Samples.SIX_MP);
  private static final KaplanMeier PLACEBO = KaplanMeier.of(Samples.PLACEBO);

  @Test
  void followsFromThePublishedRestrictedMeans() {
    RestrictedMeanDifference difference = RestrictedMeanDifference.of(SIX_MP, PLACEBO, 20);
    assertEquals(16.1165 - 8.4286, difference.estimate(), 1e-4);
    assertEquals(Math.hypot(1.2516, 1.2681), difference.standardError(), 1e-4);
    Interval interval = difference.interval(0.95);
    assertEquals(7.6879 - 1.959964 * 1.78174, interval.lower(), 2e-4);
    assertEquals(7.6879 + 1.959964 * 1.78174, interval.upper(), 2e-4);
    // 2·Φ(−4.3148)
    assertEquals(1.597e-5, difference.pValue().orElseThrow(), 2e-8);
  }

  @Test
  void swappingTheGroupsOnlyTurnsTheSign() {
    RestrictedMeanDifference one = RestrictedMeanDifference.of(SIX_MP, PLACEBO, 20);
    RestrictedMeanDifference other = RestrictedMeanDifference.of(PLACEBO, SIX_MP, 20);
    assertEquals(-one.estimate(), other.estimate());
    assertEquals(one.pValue(), other.pValue());
  }

  @Test
  void noVarianceIsNoEvidence() {
    KaplanMeier one = KaplanMeier.of(List.of(Observation.event(1)));
    KaplanMeier other = KaplanMeier.of(List.of(Observation.event(9)));
    assertEquals(OptionalDouble.empty(), RestrictedMeanDifference.of(one, other, 10).pValue());
  }

  @Test
  void oneStratumIsThePlainDifference() {
    RestrictedMeanDifference plain = RestrictedMeanDifference.of(SIX_MP, PLACEBO, 20);
    RestrictedMeanDifference stratified =
        RestrictedMeanDifference.stratified(
                List.of(
                    Stratum.of(Samples.SIX_MP, Samples.PLACEBO),
                    Stratum.of(Samples.SIX_MP, List.of())),
                20)
            .orElseThrow();
    assertEquals(plain.estimate(), stratified.estimate(), 1e-12);
    assertEquals(plain.standardError(), stratified.standardError(), 1e-12);
  }

  @Test
  void aStratumWeighsForItsPairs() {
    // differences -4 and -5 with variances 8/9 and 5/2, weights 3/4 and 1
    RestrictedMeanDifference difference =
        RestrictedMeanDifference.stratified(
                List.of(
                    Stratum.of(Samples.parse("2"), Samples.parse("4 6 8")),
                    Stratum.of(Samples.parse("1 3"), Samples.parse("5 9"))),
                10)
            .orElseThrow();
    assertEquals(-8 / 1.75, difference.estimate(), 1e-12);
    assertEquals(Math.sqrt(3) / 1.75, difference.standardError(), 1e-12);
  }

  @Test
  void strataWithoutBothGroupsCompareNothing() {
    assertEquals(
        Optional.empty(),
        RestrictedMeanDifference.stratified(List.of(Stratum.of(Samples.SIX_MP, List.of())), 20));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            RestrictedMeanDifference.stratified(List.of(new Stratum(List.of(Samples.SIX_MP))), 20));
  }

  @Test
  void strataUndoTheWinThatShortWorkFakes() {
    // short work waits about 2, long about 10, whatever the group; the first group is mostly short
    SplittableRandom random = new SplittableRandom(31);
    int fooled = 0;
    int covered = 0;
    for (int round = 0; round < 1000; round++) {
      Stratum brief = Stratum.of(waits(random, 80, 2), waits(random, 20, 2));
      Stratum lengthy = Stratum.of(waits(random, 20, 10), waits(random, 80, 10));
      RestrictedMeanDifference pooled =
          RestrictedMeanDifference.of(
              KaplanMeier.of(joined(brief.groups().get(0), lengthy.groups().get(0))),
              KaplanMeier.of(joined(brief.groups().get(1), lengthy.groups().get(1))),
              30);
      fooled += pooled.interval(0.9).upper() < 0 ? 1 : 0;
      RestrictedMeanDifference stratified =
          RestrictedMeanDifference.stratified(List.of(brief, lengthy), 30).orElseThrow();
      covered += stratified.interval(0.9).contains(0) ? 1 : 0;
    }
    assertTrue(fooled > 950, () -> "the pooled difference should mislead");
    assertEquals(0.9, covered / 1000.0, 0.03);
  }

  private static List<Observation> joined(List<Observation> a, List<Observation> b) {
    List<Observation> all = new ArrayList<>(a);
    all.addAll(b);
    return all;
  }

  private static List<Observation> waits(SplittableRandom random, int size, double mean) {
    return random
        .doubles(size)
        .map(u -> -mean * Math.log(1 - u))
        .mapToObj(time -> new Observation(Math.min(time, 30), time <= 30))
        .toList();
  }
}
