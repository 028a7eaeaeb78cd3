package io.github.patchlane.core.trial;

import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.mail;
import static io.github.patchlane.core.testkit.Contributions.mergeRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.testkit.Contributions;
import io.github.patchlane.core.trial.Verdict.CanTell;
import io.github.patchlane.core.trial.Verdict.Direction;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Verdicts on made lanes whose difference is known, many times over: too few runs to measure the
 * rate of false alarms, enough to see it leap where matching or clustering is broken. The whole
 * measurement is a benchmark of its own.
 */
class VerdictTruthTest {
  private static final int RUNS = 30;
  private static final int AUTHORS = 30;
  private static final int EACH = 5;
  private static final LatencyOptions OPTIONS =
      LatencyOptions.asOf(at(24 * 400)).withWarmUp(Duration.ZERO);
  private static final Protocol PROTOCOL = Protocol.standard().toBuilder().resamples(99).build();

  /** Who sends what where, and how long it waits for its first response. */
  private static final class Lanes {
    final Random random;
    final List<Contribution> baseline = new ArrayList<>();
    final List<Contribution> trial = new ArrayList<>();

    Lanes(int seed) {
      random = new Random(seed);
    }

    void add(String author, boolean tried, int patches, double hours) {
      List<Contribution> lane = tried ? trial : baseline;
      int number = baseline.size() + trial.size();
      String name = author + "-" + number;
      Contributions story = tried ? mergeRequest(name) : mail(name);
      double opened = 24.0 * random.nextInt(300);
      lane.add(
          story
              .by(author)
              .posted(opened, patches)
              .review("rev" + number % 9, opened + hours)
              .build());
    }

    double spread(double deviation) {
      return Math.exp(deviation * random.nextGaussian());
    }

    Verdict verdict() {
      return Trial.of(PROTOCOL, baseline, trial, OPTIONS).verdict();
    }
  }

  private static List<CanTell> told(IntFunction<Lanes> made) {
    return IntStream.range(0, RUNS)
        .mapToObj(seed -> made.apply(seed).verdict())
        .filter(CanTell.class::isInstance)
        .map(CanTell.class::cast)
        .toList();
  }

  /** Every author has a lane of their own and is answered at a pace of their own. */
  private static Lanes byAuthors(int seed, double speed, double patience) {
    Lanes lanes = new Lanes(seed);
    for (int i = 0; i < AUTHORS; i++) {
      double own = lanes.spread(patience);
      for (int j = 0; j < EACH; j++) {
        boolean tried = i % 2 == 0;
        lanes.add("dev" + i, tried, 1, 30 * own * lanes.spread(0.4) / (tried ? speed : 1));
      }
    }
    return lanes;
  }

  /** Long series wait long, and mostly stay on the list; the lanes are alike. */
  private static Lanes byLength(int seed) {
    Lanes lanes = new Lanes(seed);
    for (int i = 0; i < AUTHORS; i++) {
      for (int j = 0; j < EACH; j++) {
        boolean isLong = lanes.random.nextBoolean();
        boolean tried = lanes.random.nextDouble() < (isLong ? 0.15 : 0.7);
        double hours = (isLong ? 120 : 12) * lanes.spread(0.7);
        lanes.add("dev" + i, tried, isLong ? 6 : 1, hours);
      }
    }
    return lanes;
  }

  @Test
  void whatOneAuthorSendsIsOnePieceOfEvidence() {
    int alarms = told(seed -> byAuthors(seed, 1, 1)).size();

    assertTrue(alarms <= 3, alarms + " false alarms in " + RUNS);
  }

  @Test
  void aLaneThatAnswersInAThirdOfTheTimeIsFound() {
    List<CanTell> told = told(seed -> byAuthors(seed, 3, 0.3));

    assertTrue(told.size() >= 27, told.size() + " found in " + RUNS);
    assertEquals(
        List.of(), told.stream().filter(v -> v.direction() != Direction.TRIAL_FASTER).toList());
  }

  @Test
  void shortSeriesThatMovedMakeNoLaneQuicker() {
    int alarms = told(VerdictTruthTest::byLength).size();

    assertTrue(alarms <= 3, alarms + " false alarms in " + RUNS);
  }
}
