package io.github.patchlane.core.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.statistics.ClusteredDifference.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ClusteredDifferenceTest {
  private static Member member(double value, boolean first, int stratum, int cluster) {
    return new Member(value, first, stratum, cluster);
  }

  private static List<Member> random(int size, double effect, long seed) {
    Random random = new Random(seed);
    List<Member> members = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      boolean first = random.nextDouble() < 0.4;
      int stratum = random.nextInt(6);
      double value = stratum + random.nextGaussian() + (first ? effect : 0);
      members.add(member(value, first, stratum, random.nextInt(20)));
    }
    return members;
  }

  @Test
  void strataWeighByWhatTheyCanTell() {
    ClusteredDifference difference =
        ClusteredDifference.of(
                List.of(
                    member(5, true, 1, 1),
                    member(3, false, 1, 2),
                    member(10, true, 2, 3),
                    member(12, true, 2, 4),
                    member(4, false, 2, 5),
                    member(6, false, 2, 6),
                    member(99, true, 3, 7)),
                0,
                1)
            .orElseThrow();

    // Stratum 1 differs by 2 and weighs 1/2, stratum 2 by 6 and weighs 1, stratum 3 has no other.
    assertEquals((0.5 * 2 + 6) / 1.5, difference.estimate(), 1e-12);
    assertEquals(6, difference.members());
    assertEquals(6, difference.clusters());
  }

  /** Textbook: of two groups without strata and clusters, s₁²/n₁ + s₂²/n₂, each by n − 1. */
  @Test
  void withoutClustersTheErrorIsWelchs() {
    List<Member> members = new ArrayList<>();
    double[] first = {1, 2, 4, 9};
    double[] second = {0, 3, 3, 5, 8, 11};
    for (double value : first) {
      members.add(member(value, true, 0, members.size()));
    }
    for (double value : second) {
      members.add(member(value, false, 0, members.size()));
    }
    // s² of the first is 38/3 and of the second 15.6.
    assertEquals(
        Math.sqrt(38.0 / 3 / 4 + 15.6 / 6),
        ClusteredDifference.of(members, 0, 1).orElseThrow().standardError(),
        1e-12);
  }

  @Test
  void clustersThatMoveTogetherAreLessEvidence() {
    List<Member> apart =
        IntStream.range(0, 80).mapToObj(i -> member(i % 7 + i % 2, i % 2 == 0, 0, i)).toList();
    List<Member> together =
        apart.stream()
            .map(m -> member(m.value(), m.first(), 0, ((int) m.value()) * 2 + (m.first() ? 1 : 0)))
            .toList();
    ClusteredDifference one = ClusteredDifference.of(apart, 0, 1).orElseThrow();
    ClusteredDifference other = ClusteredDifference.of(together, 0, 1).orElseThrow();

    assertEquals(one.estimate(), other.estimate(), 1e-12);
    assertTrue(other.standardError() > 1.5 * one.standardError());
  }

  @Test
  void pAndIntervalAgreeAndBootstrapIsNearThem() {
    for (long seed = 0; seed < 30; seed++) {
      ClusteredDifference difference =
          ClusteredDifference.of(random(200, 0.3, seed), 999, 7).orElseThrow();

      assertEquals(
          difference.pValue().orElseThrow() < 0.05, !difference.interval(0.95).contains(0));
      assertEquals(difference.pValue().orElseThrow(), difference.bootstrapP().orElseThrow(), 0.06);
    }
  }

  @Test
  void theSameSeedDrawsTheSameWhateverTheOrder() {
    List<Member> members = random(100, 0.3, 1);
    ClusteredDifference difference = ClusteredDifference.of(members, 199, 5).orElseThrow();

    assertEquals(difference, ClusteredDifference.of(members, 199, 5).orElseThrow());
  }

  @Test
  void nothingToCompareIsNoDifference() {
    assertEquals(
        Optional.empty(),
        ClusteredDifference.of(List.of(member(1, true, 1, 1), member(2, false, 2, 2)), 0, 1));
    assertEquals(
        Optional.empty(),
        ClusteredDifference.of(List.of(member(1, true, 1, 1), member(2, false, 1, 1)), 0, 1));
  }
}
