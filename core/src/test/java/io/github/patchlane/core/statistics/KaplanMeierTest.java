package io.github.patchlane.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.statistics.KaplanMeier.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class KaplanMeierTest {
  private static final KaplanMeier SIX_MP = KaplanMeier.of(Samples.SIX_MP);
  private static final KaplanMeier PLACEBO = KaplanMeier.of(Samples.PLACEBO);

  @Test
  void publishedCurveOfSixMercaptopurine() {
    String curve =
        SIX_MP.steps().stream()
            .filter(step -> step.events() > 0)
            .map(
                step ->
                    String.format(
                        Locale.ROOT,
                        "%.0f %d %d %.4f %.4f",
                        step.time(),
                        step.atRisk(),
                        step.events(),
                        step.survival(),
                        step.standardError().orElseThrow()))
            .collect(Collectors.joining("\n"));
    assertEquals(
        """
        6 21 3 0.8571 0.0764
        7 17 1 0.8067 0.0869
        10 15 1 0.7529 0.0963
        13 12 1 0.6902 0.1068
        16 11 1 0.6275 0.1141
        22 7 1 0.5378 0.1282
        23 6 1 0.4482 0.1346""",
        curve);
    assertEquals(9, SIX_MP.events());
    assertEquals(16, SIX_MP.steps().size());
  }

  @Test
  void publishedMediansWithTheirIntervals() {
    assertEquals(OptionalDouble.of(23), SIX_MP.quantile(0.5));
    assertEquals(OptionalDouble.of(8), PLACEBO.quantile(0.5));
    assertEquals(
        new QuantileInterval(OptionalDouble.of(13), OptionalDouble.empty(), 0.95),
        SIX_MP.quantileInterval(0.5, 0.95));
    assertEquals(
        new QuantileInterval(OptionalDouble.of(4), OptionalDouble.of(11), 0.95),
        PLACEBO.quantileInterval(0.5, 0.95));
  }

  @Test
  void publishedLogLogIntervalAtTen() {
    Interval interval = SIX_MP.interval(10, 0.95).orElseThrow();
    assertEquals(0.5032, interval.lower(), 5e-5);
    assertEquals(0.8894, interval.upper(), 5e-5);
    assertEquals(Optional.of(interval), SIX_MP.interval(12.9, 0.95));
  }

  @Test
  void publishedRestrictedMeans() {
    assertEquals("16.1165 (1.2516) to 20.0", describe(SIX_MP.restrictedMean(20)));
    assertEquals("8.4286 (1.2681) to 20.0", describe(PLACEBO.restrictedMean(20)));
  }

  // From R 4.2.2, survival 3.5-3: survfit(..., conf.type = "log-log"), quantile(), print(rmean =).
  @Test
  void aLevelStretchAtTheQuantileYieldsItsMiddleAsInR() {
    KaplanMeier endsLevel = KaplanMeier.of(Samples.parse("1 2 3+ 4+"));
    assertEquals(OptionalDouble.of(1.5), endsLevel.quantile(0.25));
    assertEquals(OptionalDouble.of(3), endsLevel.quantile(0.5));
    assertEquals(OptionalDouble.empty(), endsLevel.quantile(0.6));
    KaplanMeier thirds = KaplanMeier.of(Samples.parse("1+ 2 3 4"));
    assertEquals(OptionalDouble.of(2.5), thirds.quantile(1.0 / 3));
    assertEquals(OptionalDouble.of(3.5), thirds.quantile(2.0 / 3));
    assertEquals(OptionalDouble.of(4), thirds.quantile(1));
  }

  @Test
  void pastTheLastObservationTheCurveIsCarriedOnAndSaysSo() {
    KaplanMeier curve = KaplanMeier.of(Samples.parse("1 2+"));
    assertEquals(0.5, curve.survival(100));
    assertEquals(new RestrictedMean(2, 1.5, Math.sqrt(0.125), false), curve.restrictedMean(2));
    assertEquals(new RestrictedMean(5, 3, Math.sqrt(2), true), curve.restrictedMean(5));
    KaplanMeier complete = KaplanMeier.of(Samples.parse("1 2+ 3"));
    assertEquals("2.3333 (0.5443) to 5.0", describe(complete.restrictedMean(5)));
    assertEquals(false, complete.restrictedMean(5).extrapolated());
    assertThrows(
        IllegalArgumentException.class, () -> curve.restrictedMean(Double.POSITIVE_INFINITY));
  }

  @Test
  void aCurveAtZeroHasNoStandardErrorAndNoInterval() {
    KaplanMeier curve = KaplanMeier.of(Samples.parse("1 2+ 3"));
    Step last = curve.stepAt(3).orElseThrow();
    assertEquals(new Step(3, 1, 1, 0, 0, Double.POSITIVE_INFINITY), last);
    assertEquals(OptionalDouble.empty(), last.standardError());
    assertEquals(Optional.empty(), last.interval(0.95));
    assertEquals(
        new QuantileInterval(OptionalDouble.of(1), OptionalDouble.empty(), 0.95),
        curve.quantileInterval(0.5, 0.95));
  }

  @Test
  void anEmptySampleSurvivesThroughout() {
    KaplanMeier curve = KaplanMeier.of(List.of());
    assertEquals(new KaplanMeier(0, List.of()), curve);
    assertEquals(1, curve.survival(3));
    assertEquals(OptionalDouble.empty(), curve.quantile(0.5));
    assertEquals(Optional.empty(), curve.interval(3, 0.95));
    assertEquals(new RestrictedMean(7, 7, 0, true), curve.restrictedMean(7));
  }

  @Test
  void allCensoredIsKnownToSurviveAsLongAsWatched() {
    KaplanMeier curve = KaplanMeier.of(Samples.parse("1+ 2+"));
    assertEquals(
        new KaplanMeier(2, List.of(new Step(1, 2, 0, 1, 1, 0), new Step(2, 1, 0, 1, 1, 0))), curve);
    assertEquals(OptionalDouble.empty(), curve.quantile(0.01));
    assertEquals(
        new QuantileInterval(OptionalDouble.empty(), OptionalDouble.empty(), 0.95),
        curve.quantileInterval(0.5, 0.95));
    assertEquals(new RestrictedMean(2, 2, 0, false), curve.restrictedMean(2));
  }

  @Test
  void allEventsAtZeroLeaveNoSurvivalAtAll() {
    KaplanMeier curve = KaplanMeier.of(Samples.parse("0 0"));
    assertEquals(
        new KaplanMeier(2, List.of(new Step(0, 2, 2, 0, 0, Double.POSITIVE_INFINITY))), curve);
    assertEquals(0, curve.survival(0));
    assertEquals(OptionalDouble.of(0), curve.quantile(0.5));
    assertEquals(new RestrictedMean(9, 0, 0, false), curve.restrictedMean(9));
  }

  @Test
  void oneSubjectIsItsOwnCurve() {
    KaplanMeier curve = KaplanMeier.of(List.of(Observation.event(4)));
    assertEquals(1, curve.survival(3.999));
    assertEquals(OptionalDouble.of(4), curve.quantile(0.5));
    assertEquals(
        new RestrictedMean(Double.POSITIVE_INFINITY, 4, 0, false),
        curve.restrictedMean(Double.POSITIVE_INFINITY));
  }

  @Test
  void anEventComesBeforeACensoringAtItsTime() {
    assertEquals(
        List.of(new Step(2, 2, 1, 1, 0.5, 0.5)), KaplanMeier.of(Samples.parse("2+ 2")).steps());
  }

  @Test
  void negativeZeroIsZero() {
    assertEquals(
        KaplanMeier.of(Samples.parse("0 0 1")),
        KaplanMeier.of(
            List.of(Observation.event(-0.0), Observation.event(1), Observation.event(0))));
  }

  @Test
  void aSubjectThatEntersLateIsAtRiskOnlyAfterItsEntry() {
    KaplanMeier curve = KaplanMeier.of(Samples.parse("0~2 1~3 2~4 0~5+"));
    assertEquals(List.of(3, 3, 2, 1), curve.steps().stream().map(Step::atRisk).toList());
    assertEquals(2.0 / 3 * 2 / 3 / 2, curve.survival(4), 1e-15);
  }

  @Test
  void impossibleQuestionsAreRefused() {
    for (double p : new double[] {0, -1, 1.1, Double.NaN}) {
      assertThrows(IllegalArgumentException.class, () -> SIX_MP.quantile(p));
    }
    assertThrows(IllegalArgumentException.class, () -> SIX_MP.interval(0, 1));
    assertThrows(IllegalArgumentException.class, () -> SIX_MP.restrictedMean(-1));
    assertThrows(IllegalArgumentException.class, () -> Observation.event(Double.NaN));
    assertThrows(IllegalArgumentException.class, () -> Observation.event(-1));
    assertThrows(IllegalArgumentException.class, () -> Observation.event(Double.POSITIVE_INFINITY));
    assertThrows(IllegalArgumentException.class, () -> Observation.event(2).enteredAt(2));
  }

  @Test
  void agreesWithCountingEveryRiskSetAfresh() {
    SplittableRandom random = new SplittableRandom(1);
    for (int round = 0; round < 500; round++) {
      List<Observation> sample = Samples.randomTruncated(random, 30);
      double survival = 1;
      double greenwood = 0;
      for (Step step : KaplanMeier.of(sample).steps()) {
        double t = step.time();
        long n =
            sample.stream().filter(o -> t <= o.time() && (o.entry() == 0 || o.entry() < t)).count();
        long d = sample.stream().filter(o -> o.time() == t && o.event()).count();
        survival *= 1 - (double) d / n;
        greenwood += (double) d / (n * (n - d));
        assertEquals(n, step.atRisk());
        assertEquals(d, step.events());
        assertEquals(survival, step.survival(), 1e-12);
        if (n > d && step.survival() > 0) {
          assertEquals(greenwood, step.hazardVariance(), 1e-12);
        }
      }
    }
  }

  @Test
  void withoutCensoringItIsTheEmpiricalDistributionAndItsBinomialError() {
    SplittableRandom random = new SplittableRandom(2);
    for (int round = 0; round < 200; round++) {
      List<Observation> sample = Samples.random(random, 40, 1);
      KaplanMeier curve = KaplanMeier.of(sample);
      for (Step step : curve.steps()) {
        double share =
            (double) sample.stream().filter(o -> o.time() > step.time()).count() / sample.size();
        assertEquals(share, step.survival(), 1e-12);
        if (share > 0) {
          assertEquals(
              Math.sqrt(share * (1 - share) / sample.size()),
              step.standardError().orElseThrow(),
              1e-12);
        }
      }
      double mean = sample.stream().mapToDouble(Observation::time).average().orElseThrow();
      RestrictedMean whole = curve.restrictedMean(Double.POSITIVE_INFINITY);
      assertEquals(mean, whole.estimate(), 1e-12);
      double squares =
          sample.stream().mapToDouble(o -> (o.time() - mean) * (o.time() - mean)).sum();
      assertEquals(Math.sqrt(squares) / sample.size(), whole.standardError(), 1e-12);
    }
  }

  @Test
  void theOrderOfTheSampleDoesNotMatter() {
    List<Observation> shuffled = new ArrayList<>(Samples.SIX_MP);
    Collections.shuffle(shuffled, new Random(3));
    assertEquals(SIX_MP, KaplanMeier.of(shuffled));
  }

  @Test
  void aQuantileIsWhereTheCurveIsCrossedAndItsIntervalWhereTheBandContainsIt() {
    SplittableRandom random = new SplittableRandom(4);
    for (int round = 0; round < 300; round++) {
      KaplanMeier curve = KaplanMeier.of(Samples.random(random, 60, 0.7));
      double p = 0.05 + 0.9 * random.nextDouble();
      curve.quantile(p).ifPresent(t -> assertTrue(curve.survival(t) <= 1 - p + 1e-9));
      curve.quantile(p).ifPresent(t -> assertTrue(curve.survival(Math.nextDown(t)) > 1 - p - 1e-9));
      QuantileInterval interval = curve.quantileInterval(p, 0.9);
      for (Step step : curve.steps()) {
        Optional<Interval> band = step.interval(0.9);
        if (band.isPresent() && band.get().contains(1 - p)) {
          assertTrue(interval.lower().orElseThrow() <= step.time());
          assertTrue(interval.upper().orElse(Double.POSITIVE_INFINITY) > step.time());
        }
      }
    }
  }

  private static String describe(RestrictedMean mean) {
    return String.format(
        Locale.ROOT, "%.4f (%.4f) to %s", mean.estimate(), mean.standardError(), mean.horizon());
  }
}
