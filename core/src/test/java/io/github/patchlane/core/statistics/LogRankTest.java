package io.github.patchlane.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LogRankTest {
  /** Invented, with ties across groups, the first eight subjects in one stratum. */
  private static final List<Observation> SIXTEEN =
      Samples.parse("1 2 3+ 4 5 6+ 7 8 2 3 5+ 5 6 8 9+ 10");

  @Test
  void publishedFiguresOfTheSixMercaptopurineTrial() {
    LogRank test = LogRank.of(Samples.SIX_MP, Samples.PLACEBO);
    assertEquals(21, test.groups().get(0).size());
    assertEquals(9, test.groups().get(0).observed());
    assertEquals(19.2505, test.groups().get(0).expected(), 5e-5);
    assertEquals(21, test.groups().get(1).observed());
    assertEquals(6.25696, test.variance(), 5e-6);
    assertEquals(16.7929, test.chiSquare(), 5e-5);
    assertEquals(1, test.degreesOfFreedom());
    assertEquals(4.169e-5, test.pValue(), 5e-9);
  }

  @Test
  void publishedToy() {
    LogRank test = LogRank.of(Samples.parse("10 20+ 30"), Samples.parse("10 20+ 50"));
    assertEquals(0.384615, test.chiSquare(), 5e-7);
    assertEquals(0.535143, test.pValue(), 5e-7);
  }

  // The next three: survdiff() of R 4.2.2, survival 3.5-3.
  @Test
  void threeGroupsAsInR() {
    LogRank test = LogRank.of(groups(SIXTEEN, 0, 3));
    assertEquals(List.of(4, 7, 1), test.groups().stream().map(LogRank.Group::observed).toList());
    assertClose(
        new double[] {1.5285215, 7.3220113, 3.1494672},
        test.groups().stream().mapToDouble(LogRank.Group::expected).toArray());
    assertClose(
        new double[] {1.17047413, -0.76451946, -0.40595467},
        test.covariance().get(0).stream().mapToDouble(x -> x).toArray());
    assertClose(
        new double[] {6.102802, 2, 0.04729262},
        new double[] {test.chiSquare(), test.degreesOfFreedom(), test.pValue()});
  }

  @Test
  void twoGroupsInTwoStrataAsInR() {
    LogRank test = LogRank.stratified(strata(2));
    assertEquals(2.3285714 + 2.2619048, test.groups().get(0).expected(), 1e-7);
    assertClose(
        new double[] {2.4520181, 0.068396619, 0.79368577},
        new double[] {test.variance(), test.chiSquare(), test.pValue()});
  }

  @Test
  void threeGroupsInTwoStrataAsInR() {
    LogRank test = LogRank.stratified(strata(3));
    assertClose(
        new double[] {4.9824652, 2, 0.082807835},
        new double[] {test.chiSquare(), test.degreesOfFreedom(), test.pValue()});
  }

  @Test
  void theGroupsCanBeSwapped() {
    SplittableRandom random = new SplittableRandom(11);
    for (int round = 0; round < 300; round++) {
      List<Observation> a = Samples.randomTruncated(random, 20);
      List<Observation> b = Samples.randomTruncated(random, 20);
      List<Observation> c = Samples.randomTruncated(random, 20);
      LogRank one = LogRank.of(List.of(a, b, c));
      LogRank other = LogRank.of(List.of(c, a, b));
      assertEquals(one.chiSquare(), other.chiSquare(), 1e-7);
      assertEquals(one.degreesOfFreedom(), other.degreesOfFreedom());
    }
  }

  @Test
  void anotherUnitOfTimeChangesNothing() {
    SplittableRandom random = new SplittableRandom(12);
    for (int round = 0; round < 200; round++) {
      List<Observation> a = Samples.randomTruncated(random, 20);
      List<Observation> b = Samples.randomTruncated(random, 20);
      assertEquals(LogRank.of(a, b), LogRank.of(scaled(a), scaled(b)));
    }
  }

  @Test
  void whatIsObservedInAllIsExpectedInAll() {
    SplittableRandom random = new SplittableRandom(13);
    for (int round = 0; round < 200; round++) {
      LogRank test =
          LogRank.of(Samples.randomTruncated(random, 20), Samples.randomTruncated(random, 20));
      assertEquals(
          test.groups().stream().mapToInt(LogRank.Group::observed).sum(),
          test.groups().stream().mapToDouble(LogRank.Group::expected).sum(),
          1e-9);
    }
  }

  @Test
  void groupsNeverAtRiskTogetherAreNotCompared() {
    LogRank apart = LogRank.of(Samples.parse("1 1"), Samples.parse("1~2 1~3"));
    assertEquals(0, apart.degreesOfFreedom());
    assertEquals(1, apart.pValue());
    List<Observation> none = List.of();
    List<Observation> some = Samples.parse("1 2 4");
    List<Observation> others = Samples.parse("2 3 5");
    LogRank twoPairs =
        LogRank.stratified(
            List.of(
                new Stratum(List.of(some, others, none, none)),
                new Stratum(List.of(none, none, some, others))));
    LogRank pair = LogRank.of(some, others);
    assertEquals(2, twoPairs.degreesOfFreedom());
    assertEquals(2 * pair.chiSquare(), twoPairs.chiSquare(), 1e-12);
  }

  @Test
  void nothingToCompareIsNoEvidence() {
    assertEquals(1, LogRank.of(List.of(), List.of()).pValue());
    assertEquals(1, LogRank.of(Samples.parse("1+ 2+"), Samples.parse("3+")).pValue());
    assertEquals(1, LogRank.of(Samples.parse("1 2"), List.of()).pValue());
    assertThrows(IllegalArgumentException.class, () -> LogRank.of(List.of(Samples.SIX_MP)));
    assertThrows(IllegalArgumentException.class, () -> LogRank.stratified(List.of()));
    assertThrows(
        IllegalArgumentException.class,
        () ->
            LogRank.stratified(
                List.of(
                    Stratum.of(Samples.SIX_MP, Samples.PLACEBO),
                    new Stratum(List.of(Samples.SIX_MP, Samples.PLACEBO, List.of())))));
  }

  @Test
  void aTrueNullHypothesisIsRejectedAsOftenAsStated() {
    SplittableRandom random = new SplittableRandom(14);
    int rejected = 0;
    for (int round = 0; round < 2000; round++) {
      if (LogRank.of(exponential(random, 60), exponential(random, 40)).pValue() < 0.1) {
        rejected++;
      }
    }
    assertEquals(0.1, rejected / 2000.0, 0.02);
  }

  private static List<Observation> exponential(SplittableRandom random, int size) {
    return IntStream.range(0, size)
        .mapToObj(
            i -> {
              double time = -Math.log(1 - random.nextDouble());
              double end = 2 * random.nextDouble();
              return new Observation(Math.min(time, end), time <= end);
            })
        .toList();
  }

  private static List<Observation> scaled(List<Observation> sample) {
    return sample.stream()
        .map(o -> new Observation(o.entry() * 86400, o.time() * 86400, o.event()))
        .toList();
  }

  /** Deals the groups 1 2 1 2 … or 1 2 3 2 1 2 3 2 …. */
  private static List<List<Observation>> groups(List<Observation> sample, int from, int count) {
    List<List<Observation>> groups = new ArrayList<>();
    IntStream.range(0, count).forEach(i -> groups.add(new ArrayList<>()));
    int[] deal = count == 2 ? new int[] {0, 1, 0, 1} : new int[] {0, 1, 2, 1};
    for (int i = 0; i < sample.size(); i++) {
      groups.get(deal[(from + i) % 4]).add(sample.get(i));
    }
    return groups;
  }

  private static List<Stratum> strata(int count) {
    return List.of(
        new Stratum(groups(SIXTEEN.subList(0, 8), 0, count)),
        new Stratum(groups(SIXTEEN.subList(8, 16), 8, count)));
  }

  private static void assertClose(double[] expected, double[] actual) {
    assertEquals(expected.length, actual.length);
    for (int i = 0; i < expected.length; i++) {
      assertEquals(expected[i], actual[i], 5e-8 * Math.max(1, Math.abs(10 * expected[i])));
    }
  }
}
