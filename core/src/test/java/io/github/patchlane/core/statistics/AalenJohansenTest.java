package io.github.patchlane.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AalenJohansenTest {
  private static final List<CompetingObservation<String>> TWELVE =
      List.of(
          CompetingObservation.ended(1, "landed"),
          CompetingObservation.ended(2, "landed"),
          CompetingObservation.ended(2, "declined"),
          CompetingObservation.censored(3),
          CompetingObservation.ended(4, "declined"),
          CompetingObservation.ended(4, "landed"),
          CompetingObservation.censored(5),
          CompetingObservation.ended(6, "landed"),
          CompetingObservation.ended(6, "declined"),
          CompetingObservation.censored(7),
          CompetingObservation.ended(8, "landed"),
          CompetingObservation.censored(9));

  @Test
  void agreesWithRsMultiStateCurves() {
    // survfit(Surv(time, cause) ~ 1), R 4.2.2, survival 3.5-3: infinitesimal jackknife errors
    AalenJohansen<String> curves = AalenJohansen.of(TWELVE);
    assertEquals(Set.of("declined", "landed"), curves.incidences().keySet());
    CumulativeIncidence landed = curves.incidence("landed").orElseThrow();
    CumulativeIncidence declined = curves.incidence("declined").orElseThrow();
    double[][] fromR = {
      {1, 0.083333333, 0.079785592, 0, 0},
      {2, 0.166666667, 0.107582871, 0.083333333, 0.079785592},
      {4, 0.260416667, 0.130017221, 0.177083333, 0.114009770},
      {6, 0.372916667, 0.150773349, 0.289583333, 0.142789540},
      {8, 0.541666667, 0.173276066, 0.289583333, 0.142789540},
    };
    assertEquals(fromR.length, landed.steps().size());
    for (double[] row : fromR) {
      CumulativeIncidence.Step one = landed.stepAt(row[0] + 0.5).orElseThrow();
      CumulativeIncidence.Step other = declined.stepAt(row[0]).orElseThrow();
      assertEquals(row[0], one.time());
      assertEquals(row[1], one.incidence(), 5e-9);
      assertEquals(row[2], one.standardError(), 5e-9);
      assertEquals(row[3], other.incidence(), 5e-9);
      assertEquals(row[4], other.standardError(), 5e-9);
    }
    assertEquals(5, landed.events());
    assertEquals(0, landed.incidence(0.9));
    assertEquals(Optional.empty(), curves.incidence("withdrawn"));
  }

  @Test
  void incidencesAndSurvivalSumToOne() {
    SplittableRandom random = new SplittableRandom(21);
    for (int round = 0; round < 300; round++) {
      AalenJohansen<Integer> curves = AalenJohansen.of(random(random));
      for (KaplanMeier.Step step : curves.survival().steps()) {
        double sum =
            curves.incidences().values().stream()
                .mapToDouble(incidence -> incidence.incidence(step.time()))
                .sum();
        assertEquals(1, sum + step.survival(), 1e-12);
      }
    }
  }

  @Test
  void withOneCauseTheIncidenceIsOneMinusKaplanMeierAndItsErrorGreenwoods() {
    SplittableRandom random = new SplittableRandom(22);
    for (int round = 0; round < 300; round++) {
      List<Observation> sample = Samples.randomTruncated(random, 30);
      KaplanMeier survival = KaplanMeier.of(sample);
      AalenJohansen<String> curves =
          AalenJohansen.of(
              sample.stream()
                  .map(
                      o ->
                          new CompetingObservation<>(
                              o.entry(),
                              o.time(),
                              o.event() ? Optional.of("end") : Optional.<String>empty()))
                  .toList());
      assertEquals(survival, curves.survival());
      curves
          .incidence("end")
          .ifPresent(
              incidence ->
                  incidence
                      .steps()
                      .forEach(
                          step -> {
                            assertEquals(
                                1 - survival.survival(step.time()), step.incidence(), 1e-12);
                            KaplanMeier.Step same = survival.stepAt(step.time()).orElseThrow();
                            same.standardError()
                                .ifPresent(
                                    error -> assertEquals(error, step.standardError(), 1e-7));
                            same.interval(0.9)
                                .ifPresent(
                                    band -> {
                                      Interval own = step.interval(0.9).orElseThrow();
                                      assertEquals(1 - band.upper(), own.lower(), 1e-6);
                                      assertEquals(1 - band.lower(), own.upper(), 1e-6);
                                    });
                          }));
    }
  }

  @Test
  void withoutCensoringItIsTheShareOfEachCauseAndItsBinomialError() {
    SplittableRandom random = new SplittableRandom(23);
    for (int round = 0; round < 200; round++) {
      List<CompetingObservation<Integer>> sample =
          random(random).stream().filter(o -> o.cause().isPresent() && o.entry() == 0).toList();
      double n = sample.size();
      AalenJohansen.of(sample)
          .incidences()
          .forEach(
              (cause, incidence) ->
                  incidence
                      .steps()
                      .forEach(
                          step -> {
                            double share =
                                sample.stream()
                                        .filter(o -> o.cause().equals(Optional.of(cause)))
                                        .filter(o -> o.time() <= step.time())
                                        .count()
                                    / n;
                            assertEquals(share, step.incidence(), 1e-12);
                            assertEquals(
                                Math.sqrt(share * (1 - share) / n), step.standardError(), 1e-7);
                          }));
    }
  }

  @Test
  void oneMinusKaplanMeierWouldOverstateACause() {
    KaplanMeier naive =
        KaplanMeier.of(
            TWELVE.stream()
                .map(o -> new Observation(o.time(), o.cause().equals(Optional.of("landed"))))
                .toList());
    assertEquals(
        0.5417, AalenJohansen.of(TWELVE).incidence("landed").orElseThrow().incidence(9), 5e-5);
    // 1 − 11/12 · 10/11 · 7/8 · 4/5 · 1/2
    assertEquals(0.7083, 1 - naive.survival(9), 5e-5);
  }

  @Test
  void anEmptySampleHasNoCauses() {
    assertEquals(
        new AalenJohansen<String>(KaplanMeier.of(List.of()), new TreeMap<>()),
        AalenJohansen.of(List.<CompetingObservation<String>>of()));
  }

  private static List<CompetingObservation<Integer>> random(SplittableRandom random) {
    return Samples.randomTruncated(random, 30).stream()
        .map(
            o ->
                new CompetingObservation<>(
                    o.entry(),
                    o.time(),
                    o.event() ? Optional.of(random.nextInt(3)) : Optional.<Integer>empty()))
        .toList();
  }
}
