package io.github.patchlane.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusterBootstrapTest {
  private record Wait(String author, double days) {}

  private static final List<Wait> WAITS =
      List.of(
          new Wait("a", 1),
          new Wait("a", 2),
          new Wait("b", 8),
          new Wait("c", 3),
          new Wait("c", 3),
          new Wait("c", 4),
          new Wait("d", 30));

  @Test
  void oneSeedYieldsOneResultWhateverTheOrder() {
    ClusterBootstrap one = bootstrap(WAITS, 200, 7);
    List<Wait> shuffled = new ArrayList<>(WAITS);
    Collections.shuffle(shuffled, new Random(1));
    ClusterBootstrap other = bootstrap(shuffled, 200, 7);
    assertEquals(rounded(one.replicates()), rounded(other.replicates()));
    assertEquals(one, bootstrap(WAITS, 200, 7));
    assertTrue(!one.replicates().equals(bootstrap(WAITS, 200, 8).replicates()));
  }

  @Test
  void theReplicatesOfASeedAreTheSameOnEveryMachine() {
    // SplitMix64 of seed 2026, worked out in another language
    assertEquals(
        List.of(3.444444444, 4.142857143, 9.333333333, 9.8, 16.666666667),
        rounded(bootstrap(WAITS, 5, 2026).replicates()));
  }

  @Test
  void whatBelongsTogetherIsDrawnTogether() {
    ClusterBootstrap.of(
        WAITS,
        Wait::author,
        drawn -> {
          long a1 = drawn.stream().filter(new Wait("a", 1)::equals).count();
          long a2 = drawn.stream().filter(new Wait("a", 2)::equals).count();
          long c3 = drawn.stream().filter(new Wait("c", 3)::equals).count();
          long c4 = drawn.stream().filter(new Wait("c", 4)::equals).count();
          assertEquals(a1, a2);
          assertEquals(c3, 2 * c4);
          return drawn.size();
        },
        100,
        1);
  }

  @Test
  void everyClusterIsLeftOutOnce() {
    ClusterBootstrap bootstrap =
        ClusterBootstrap.of(
            WAITS, Wait::author, drawn -> drawn.stream().mapToDouble(Wait::days).sum(), 10, 1);
    assertEquals(List.of(48.0, 43.0, 41.0, 21.0), bootstrap.leaveOneOut());
    assertEquals(51, bootstrap.estimate());
    assertEquals(4, bootstrap.clusters());
  }

  @Test
  void everyClusterIsDrawnEquallyOften() {
    int[] counts = new int[7];
    List<Integer> items = IntStream.range(0, 7).boxed().toList();
    ClusterBootstrap.of(
        items,
        item -> item,
        drawn -> {
          if (drawn.size() == 7) {
            drawn.forEach(item -> counts[item]++);
          }
          return 0;
        },
        20_000,
        3);
    for (int count : counts) {
      assertEquals(20_000, count, 600);
    }
  }

  @Test
  void theErrorOfAMeanIsTheTextbooks() {
    SplittableRandom random = new SplittableRandom(61);
    List<Double> items = random.doubles(50).map(u -> -Math.log(1 - u)).boxed().toList();
    double mean = items.stream().mapToDouble(x -> x).average().orElseThrow();
    double squares = items.stream().mapToDouble(x -> (x - mean) * (x - mean)).sum();
    ClusterBootstrap bootstrap =
        ClusterBootstrap.of(items, x -> x, ClusterBootstrapTest::mean, 20_000, 5);
    double error = bootstrap.standardError().orElseThrow();
    assertEquals(1, error / (Math.sqrt(squares) / 50), 0.02);
  }

  @Test
  void oneAuthorsManyPatchesAreNotManyAuthors() {
    // twenty authors, each with ten patches that waited alike
    SplittableRandom random = new SplittableRandom(62);
    List<Wait> items = new ArrayList<>();
    for (int author = 0; author < 20; author++) {
      double days = random.nextDouble();
      for (int patch = 0; patch < 10; patch++) {
        items.add(new Wait("author " + author, days));
      }
    }
    List<Integer> each = IntStream.range(0, items.size()).boxed().toList();
    double clustered = bootstrap(items, 2000, 1).standardError().orElseThrow();
    double naive =
        ClusterBootstrap.of(
                each,
                i -> i,
                drawn -> drawn.stream().mapToDouble(i -> items.get(i).days()).average().orElse(0),
                2000,
                1)
            .standardError()
            .orElseThrow();
    assertEquals(Math.sqrt(10), clustered / naive, 0.25);
  }

  @Test
  void intervalsOfGivenReplicatesAgreeWithR() {
    // quantile(r, …, type = 6) of R 4.2.2, at Efron's corrected probabilities for the second two
    ClusterBootstrap bootstrap =
        new ClusterBootstrap(
            81,
            8,
            IntStream.rangeClosed(1, 199).mapToObj(i -> i * i / 100.0).toList(),
            0,
            List.of(1.7, 1.75, 1.8, 1.9, 1.95, 2.0, 2.05, 2.3));
    assertInterval(1, 361, bootstrap.percentileInterval(0.9));
    assertInterval(0.25, 380.25, bootstrap.percentileInterval(0.95));
    assertInterval(0.179873811843, 327.035365551862, bootstrap.bcaInterval(0.9));
    assertInterval(0.0290460038677, 355.9113005095593, bootstrap.bcaInterval(0.95));
  }

  @Test
  void theCorrectedIntervalCoversASkewedTruthMoreOften() {
    SplittableRandom random = new SplittableRandom(63);
    int plain = 0;
    int corrected = 0;
    for (int round = 0; round < 600; round++) {
      List<Double> items = random.doubles(20).map(u -> -Math.log(1 - u)).boxed().toList();
      ClusterBootstrap bootstrap =
          ClusterBootstrap.of(items, x -> x, ClusterBootstrapTest::mean, 400, round);
      plain += bootstrap.percentileInterval(0.9).orElseThrow().contains(1) ? 1 : 0;
      corrected += bootstrap.bcaInterval(0.9).orElseThrow().contains(1) ? 1 : 0;
    }
    assertEquals(0.88, corrected / 600.0, 0.03);
    assertTrue(corrected > plain, "plain " + plain + ", corrected " + corrected);
  }

  @Test
  void resamplesWithoutTheStatisticAreCounted() {
    // undefined without author d
    ClusterBootstrap bootstrap =
        ClusterBootstrap.of(
            WAITS,
            Wait::author,
            drawn -> drawn.stream().anyMatch(w -> w.author().equals("d")) ? 1 : Double.NaN,
            1000,
            1);
    assertEquals(1000, bootstrap.replicates().size() + bootstrap.undefined());
    assertEquals(0.3164, bootstrap.undefined() / 1000.0, 0.04);
    assertEquals(3, bootstrap.leaveOneOut().size());
  }

  @Test
  void oneClusterSaysNothingOfOthers() {
    ClusterBootstrap bootstrap = bootstrap(WAITS.subList(0, 2), 50, 1);
    assertEquals(1.5, bootstrap.estimate());
    assertEquals(OptionalDouble.empty(), bootstrap.standardError());
    assertEquals(Optional.empty(), bootstrap.percentileInterval(0.9));
    assertEquals(Optional.empty(), bootstrap.bcaInterval(0.9));
  }

  @Test
  void withAllReplicatesOnOneSideThereIsNoCorrection() {
    ClusterBootstrap bootstrap =
        new ClusterBootstrap(0, 3, List.of(1.0, 2.0), 0, List.of(0.0, 1.0, 1.0));
    assertEquals(Optional.empty(), bootstrap.bcaInterval(0.9));
    assertEquals(Optional.of(new Interval(1, 2, 0.9)), bootstrap.percentileInterval(0.9));
  }

  @Test
  void impossibleQuestionsAreRefused() {
    assertThrows(IllegalArgumentException.class, () -> bootstrap(WAITS, 0, 1));
    assertThrows(IllegalArgumentException.class, () -> bootstrap(List.of(), 10, 1));
    assertThrows(
        IllegalArgumentException.class, () -> bootstrap(WAITS, 10, 1).percentileInterval(1));
  }

  private static ClusterBootstrap bootstrap(List<Wait> waits, int resamples, long seed) {
    return ClusterBootstrap.of(
        waits,
        Wait::author,
        drawn -> drawn.stream().mapToDouble(Wait::days).average().orElse(Double.NaN),
        resamples,
        seed);
  }

  private static double mean(List<Double> items) {
    return items.stream().mapToDouble(x -> x).average().orElse(Double.NaN);
  }

  private static List<Double> rounded(List<Double> values) {
    return values.stream().map(value -> Math.round(value * 1e9) / 1e9).toList();
  }

  private static void assertInterval(double lower, double upper, Optional<Interval> interval) {
    assertEquals(lower, interval.orElseThrow().lower(), 1e-6);
    assertEquals(upper, interval.orElseThrow().upper(), 1e-6);
  }
}
