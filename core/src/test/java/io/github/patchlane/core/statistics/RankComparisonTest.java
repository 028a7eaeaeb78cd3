package io.github.patchlane.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** {@link MannWhitney}, {@link CliffsDelta} and {@link HodgesLehmann}: three views of all pairs. */
class RankComparisonTest {
  /** Ozone over New York, from R's {@code airquality}; days without a reading left out. */
  private static final double[] MAY = {
    41, 36, 12, 18, 28, 23, 19, 8, 7, 16, 11, 14, 18, 14, 34, 6, 30, 11, 1, 11, 4, 32, 23, 45, 115,
    37
  };

  private static final double[] AUGUST = {
    39, 9, 16, 78, 35, 66, 122, 89, 110, 44, 28, 65, 22, 59, 23, 31, 44, 21, 9, 45, 168, 73, 76,
    118, 84, 85
  };

  @Test
  void publishedFiguresOfOzoneInMayAgainstAugust() {
    MannWhitney test = MannWhitney.of(MAY, AUGUST);
    assertEquals(127.5, test.u());
    assertEquals(1.2081e-4, test.pValue(), 5e-9);
    assertEquals(-0.6228, CliffsDelta.of(MAY, AUGUST).delta(), 5e-5);
    // wilcox.test(conf.int = TRUE) rounds to the same interval: -52.99999 to -14.99998
    assertEquals(
        new HodgesLehmann(-32, Optional.of(new Interval(-53, -15, 0.95))),
        HodgesLehmann.of(MAY, AUGUST, 0.95));
  }

  // p-values and intervals from here on: wilcox.test() of R 4.2.2.
  @Test
  void smallSamplesWithoutTiesAreTestedExactlyAsInR() {
    double[] first = {1, 2, 3, 4, 5, 7, 9, 11};
    double[] second = {2.5, 3.5, 6, 8, 10, 12, 14, 15};
    assertEquals(17, MannWhitney.of(first, second).u());
    assertEquals(0.1303807304, MannWhitney.of(first, second).pValue(), 1e-10);
    assertEquals(0.3997484724, MannWhitney.of(steps(49, 1.01), steps(40, 1.373)).pValue(), 1e-10);
  }

  @Test
  void tiesAndLargeSamplesAreTestedNormallyAsInR() {
    double[] first = {3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5};
    double[] second = {2, 7, 1, 8, 2, 8, 1, 8, 2, 8, 4, 5, 9};
    assertEquals(60, MannWhitney.of(first, second).u());
    assertEquals(0.5200007497, MannWhitney.of(first, second).pValue(), 1e-10);
    assertEquals(0.4494289716, MannWhitney.of(steps(60, 1.01), steps(40, 1.37)).pValue(), 1e-10);
  }

  @Test
  void shiftIntervalsAgreeWithR() {
    double[] first = {1.1, 2.3, 3.7, 5.2, 8.9, 9.4, 12.5};
    double[] second = {0.3, 4.4, 6.6, 10.1, 15.2};
    assertShift(-1.2, -7.8, 5.0, HodgesLehmann.of(first, second, 0.95), 1e-12);
    assertShift(-1.2, -5.8, 3.4, HodgesLehmann.of(first, second, 0.8), 1e-12);
    assertShift(
        -2.8965, -9.722, 3.929, HodgesLehmann.of(steps(49, 1.01), steps(40, 1.373), 0.95), 1e-12);
    // R solves the approximation for a root between two differences; these are the differences.
    assertShift(2.72, -4.52, 9.96, HodgesLehmann.of(steps(60, 1.01), steps(40, 1.37), 0.95), 1e-9);
  }

  @Test
  void exactRanksAreRsQwilcox() {
    int[][] sizes = {{49, 40}, {7, 5}, {26, 26}, {1, 30}, {10, 3}};
    double[] tails = {0.25, 0.1, 0.025, 0.005, 0.0005};
    long[][] fromR = {
      {898, 13, 301, 7, 11},
      {824, 9, 268, 3, 7},
      {743, 6, 231, 0, 4},
      {670, 2, 199, 0, 1},
      {587, 0, 162, 0, 0},
    };
    for (int row = 0; row < tails.length; row++) {
      double tail = tails[row];
      assertEquals(
          Arrays.toString(fromR[row]),
          Arrays.toString(
              Arrays.stream(sizes)
                  .mapToLong(s -> HodgesLehmann.exactRank(s[0], s[1], tail))
                  .toArray()));
    }
  }

  @Test
  void countingPairsOneByOneComesToTheSame() {
    SplittableRandom random = new SplittableRandom(41);
    for (int round = 0; round < 500; round++) {
      double[] first = sample(random);
      double[] second = sample(random);
      double[] differences =
          Arrays.stream(first)
              .flatMap(x -> Arrays.stream(second).map(y -> x - y + 0.0))
              .sorted()
              .toArray();
      TwoSamples pairs = new TwoSamples(first, second);
      for (int i = 0; i < differences.length; i++) {
        assertEquals(differences[i], pairs.difference(i + 1));
      }
      int half = differences.length / 2;
      double median =
          differences.length % 2 == 1
              ? differences[half]
              : (differences[half - 1] + differences[half]) / 2;
      assertEquals(median, HodgesLehmann.of(first, second, 0.95).estimate());
      double dominance = Arrays.stream(differences).map(Math::signum).average().orElseThrow();
      assertEquals(dominance, CliffsDelta.of(first, second).delta(), 1e-12);
      MannWhitney test = MannWhitney.of(first, second);
      assertEquals(dominance, 2 * test.probabilityOfSuperiority() - 1, 1e-12);
    }
  }

  @Test
  void swappingTheSamplesTurnsTheSign() {
    SplittableRandom random = new SplittableRandom(42);
    for (int round = 0; round < 300; round++) {
      double[] first = sample(random);
      double[] second = sample(random);
      assertEquals(
          MannWhitney.of(first, second).pValue(), MannWhitney.of(second, first).pValue(), 1e-12);
      HodgesLehmann one = HodgesLehmann.of(first, second, 0.9);
      HodgesLehmann other = HodgesLehmann.of(second, first, 0.9);
      assertEquals(one.estimate(), -other.estimate() + 0.0);
      assertEquals(
          one.interval().map(i -> i.lower() + 0.0), other.interval().map(i -> -i.upper() + 0.0));
      Interval delta = CliffsDelta.of(first, second).interval(0.9);
      assertEquals(delta.lower(), -CliffsDelta.of(second, first).interval(0.9).upper(), 1e-9);
    }
  }

  @Test
  void tenThousandMillionPairsFitInTheMemoryOfTheSamples() {
    double[] first = steps(100_000, 1);
    double[] second = steps(100_000, 1);
    HodgesLehmann shift = HodgesLehmann.of(first, second, 0.95);
    assertEquals(0, shift.estimate());
    assertTrue(shift.interval().orElseThrow().contains(0));
    assertEquals(0, CliffsDelta.of(first, second).delta());
  }

  @Test
  void samplesTooSmallForTheLevelHaveNoInterval() {
    assertEquals(
        new HodgesLehmann(-1, Optional.empty()),
        HodgesLehmann.of(new double[] {1, 2}, new double[] {2, 3}, 0.95));
  }

  @Test
  void samplesAllOfOneValueShowNoDifference() {
    double[] same = {3, 3, 3, 3};
    assertEquals(new MannWhitney(8, 0.5, 1), MannWhitney.of(same, same));
    assertEquals(0, CliffsDelta.of(same, same).delta());
    assertEquals(
        0.5, MannWhitney.of(new double[] {0.0}, new double[] {-0.0}).probabilityOfSuperiority());
  }

  @Test
  void emptyOrUnboundedSamplesAreRefused() {
    double[] some = {1};
    for (double[] bad : new double[][] {{}, {Double.NaN}, {Double.POSITIVE_INFINITY}}) {
      assertThrows(IllegalArgumentException.class, () -> MannWhitney.of(some, bad));
      assertThrows(IllegalArgumentException.class, () -> CliffsDelta.of(bad, some));
      assertThrows(IllegalArgumentException.class, () -> HodgesLehmann.of(bad, some, 0.95));
    }
  }

  @Test
  void intervalsOfDeltaSolveNewcombesEquation() {
    // roots by R's uniroot()
    assertDelta(-0.799038614388, -0.326732589057, CliffsDelta.of(MAY, AUGUST).interval(0.95));
    assertDelta(0.223046461593, 1, new CliffsDelta(1, 5, 4).interval(0.95));
    assertDelta(-0.519034622728, 0.286157455041, new CliffsDelta(-1 / 7.0, 7, 5).interval(0.8));
  }

  @Test
  void intervalsOfDeltaStayWithinTheirBoundsAndStayWideAtThem() {
    Interval single = CliffsDelta.of(new double[] {1}, new double[] {2}).interval(0.95);
    assertEquals(-1, single.lower());
    assertTrue(single.upper() > 0.5, single::toString);
  }

  @Test
  void intervalsCoverTheTruthAsOftenAsStated() {
    // P(X > Y) for normals one apart is Φ(1/√2) = 0.76025
    SplittableRandom random = new SplittableRandom(43);
    int delta = 0;
    int shift = 0;
    for (int round = 0; round < 1000; round++) {
      double[] first = IntStream.range(0, 25).mapToDouble(i -> normal(random) + 1).toArray();
      double[] second = IntStream.range(0, 35).mapToDouble(i -> normal(random)).toArray();
      if (CliffsDelta.of(first, second).interval(0.9).contains(2 * 0.76025 - 1)) {
        delta++;
      }
      if (HodgesLehmann.of(first, second, 0.9).interval().orElseThrow().contains(1)) {
        shift++;
      }
    }
    assertEquals(0.9, delta / 1000.0, 0.03);
    assertEquals(0.9, shift / 1000.0, 0.03);
  }

  private static void assertShift(
      double estimate, double lower, double upper, HodgesLehmann shift, double tolerance) {
    assertEquals(estimate, shift.estimate(), tolerance);
    assertEquals(lower, shift.interval().orElseThrow().lower(), tolerance);
    assertEquals(upper, shift.interval().orElseThrow().upper(), tolerance);
  }

  private static void assertDelta(double lower, double upper, Interval interval) {
    assertEquals(lower, interval.lower(), 1e-9);
    assertEquals(upper, interval.upper(), 1e-9);
  }

  private static double normal(SplittableRandom random) {
    return Normal.quantile(1 - random.nextDouble());
  }

  private static double[] steps(int size, double step) {
    return IntStream.rangeClosed(1, size).mapToDouble(i -> i * step).toArray();
  }

  private static double[] sample(SplittableRandom random) {
    double unit = random.nextBoolean() ? 1 : 0.1;
    return random.ints(1 + random.nextInt(12), -5, 6).mapToDouble(i -> i * unit).toArray();
  }
}
