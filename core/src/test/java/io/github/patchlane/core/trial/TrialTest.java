package io.github.patchlane.core.trial;

import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.mail;
import static io.github.patchlane.core.testkit.Contributions.mergeRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.metrics.Exclusion;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.testkit.Contributions;
import io.github.patchlane.core.trial.Verdict.CanTell;
import io.github.patchlane.core.trial.Verdict.CannotTellYet;
import io.github.patchlane.core.trial.Verdict.Direction;
import io.github.patchlane.core.trial.Verdict.Reason;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TrialTest {
  private static final LatencyOptions OPTIONS =
      LatencyOptions.asOf(at(24 * 200)).withWarmUp(Duration.ZERO);

  /** One of forty authors, reviewed after so many hours; reviewers take turns. */
  private static Contribution told(
      Contributions story, int i, int patches, double hours, int reviewers) {
    double opened = 24 * 2.0 * (i % 80);
    return story
        .by("dev" + i % 40)
        .posted(opened, patches)
        .review("rev" + i % reviewers, opened + hours)
        .build();
  }

  private static List<Contribution> list(int size, double factor) {
    Random random = new Random(1);
    return IntStream.range(0, size)
        .mapToObj(i -> told(mail("m" + i), i, 1, factor * waited(random), 10))
        .toList();
  }

  private static List<Contribution> requests(int size, double factor, int reviewers) {
    Random random = new Random(2);
    return IntStream.range(0, size)
        .mapToObj(i -> told(mergeRequest("r" + i), i, 1, factor * waited(random), reviewers))
        .toList();
  }

  private static double waited(Random random) {
    return 40 * Math.exp(0.8 * random.nextGaussian());
  }

  private static Trial trial(List<Contribution> baseline, List<Contribution> trial) {
    return Trial.of(Protocol.standard(), baseline, trial, OPTIONS);
  }

  @Test
  void aLaneThatAnswersInAThirdOfTheTimeIsQuicker() {
    Trial trial = trial(list(120, 1), requests(80, 0.33, 10));

    CanTell verdict = assertInstanceOf(CanTell.class, trial.verdict());
    assertEquals(Direction.TRIAL_FASTER, verdict.direction());
    assertTrue(verdict.unqualified(), verdict.toString());
    assertTrue(verdict.interval().upper() < 0);
  }

  @Test
  void equalLanesCannotBeToldApartAndTheLackIsReckoned() {
    Trial trial = trial(list(100, 1), requests(70, 1, 10));

    CannotTellYet verdict = assertInstanceOf(CannotTellYet.class, trial.verdict());
    assertEquals(Reason.WITHIN_CHANCE, verdict.reason());
    assertTrue(verdict.moreTrial().orElseThrow() > 0);
    assertTrue(trial.outlook().orElseThrow().power().orElseThrow() < 0.8);
  }

  @Test
  void aGuardQualifiesAWin() {
    Trial trial = trial(list(120, 1), requests(80, 0.33, 2));

    CanTell verdict = assertInstanceOf(CanTell.class, trial.verdict());
    assertEquals(
        List.of(GuardRule.Kind.REVIEWERS),
        verdict.tripped().stream().map(g -> g.rule().kind()).toList());
  }

  @Test
  void shortSeriesThatMovedAreComparedWithShortOnesOnly() {
    List<Contribution> baseline = new ArrayList<>(list(60, 1));
    for (int i = 60; i < 160; i++) {
      baseline.add(told(mail("long" + i), i, 6, 400, 10));
    }
    Trial trial = trial(baseline, requests(60, 1, 10));

    assertInstanceOf(CannotTellYet.class, trial.verdict());
    assertTrue(trial.matching().unmatched(Arm.BASELINE) >= 100);
    assertTrue(
        trial.sensitivity().stream()
            .filter(run -> run.kind() == SensitivityRun.Kind.UNMATCHED)
            .allMatch(run -> run.comparison().times().orElseThrow().interval().upper() < 0));
  }

  @Test
  void whatSingleMetricsAndTheMatchingLeaveOutIsNamed() {
    Contribution draft = mail("draft").revision(1, Revision.Kind.RFC, 1, 1).build();
    Contribution unseen =
        mail("unseen").by("dev1").revision(2, Revision.Kind.PROPOSAL, 1, 1).build();
    Contribution alone = told(mail("alone"), 0, 6, 30, 10);
    List<Contribution> baseline = new ArrayList<>(list(60, 1));
    baseline.addAll(List.of(alone, draft, unseen));
    Trial trial = trial(baseline, requests(60, 1, 10));

    List<Exclusion> leftOut = trial.leftOut();
    assertEquals(
        List.of(
            new Exclusion(
                Optional.empty(),
                "only ever posted as an RFC or draft: its clock has not started",
                List.of(draft)),
            new Exclusion(
                Optional.of("time-to-first-response"),
                "its first revision was not seen, so that its opening is not known",
                List.of(unseen))),
        leftOut.subList(0, 2));
    assertEquals("has no like on the other lane", leftOut.get(leftOut.size() - 1).reason());
    assertTrue(leftOut.get(leftOut.size() - 1).contributions().contains(alone));
  }

  @Test
  void landingsThatWereCalledAppliedAndNotFoundAreNamed() {
    Contribution found = told(mail("found"), 1, 1, 5, 10);
    Contribution missed =
        mail("missed").by("dev2").posted(0).review("rev1", 2).accepted("kim", 4).build();
    Trial trial =
        trial(
            List.of(
                missed,
                found,
                mail("landed").by("dev3").posted(0).accepted("kim", 4).landed(9).build()),
            requests(10, 1, 3));

    assertEquals(new LandingRecall(1, List.of(missed)), trial.recall().get(Arm.BASELINE));
  }

  @Test
  void fewAuthorsGiveNoVerdictHoweverClear() {
    List<Contribution> few =
        IntStream.range(0, 40).mapToObj(i -> told(mergeRequest("r" + i), i % 4, 1, 1, 5)).toList();

    CannotTellYet verdict =
        assertInstanceOf(CannotTellYet.class, trial(list(120, 1), few).verdict());
    assertEquals(Reason.TOO_FEW_AUTHORS, verdict.reason());
  }

  @Test
  void anEmptyLaneSaysSo() {
    CannotTellYet verdict =
        assertInstanceOf(CannotTellYet.class, trial(list(20, 1), List.of()).verdict());
    assertEquals(Reason.ONE_LANE_IS_EMPTY, verdict.reason());
  }

  @Test
  void theSameInputGivesAnEqualTrial() {
    assertEquals(
        trial(list(60, 1), requests(40, 0.7, 10)).primary(),
        trial(list(60, 1), requests(40, 0.7, 10)).primary());
  }

  @Test
  void weeksDrawnByLotStayWhole() {
    List<Contribution> all = list(80, 1);
    Map<Arm, List<Contribution>> split = RandomWeeks.split(all, 3);

    assertEquals(80, split.values().stream().mapToInt(List::size).sum());
    assertEquals(split, RandomWeeks.split(all, 3));
    for (Contribution a : split.getOrDefault(Arm.TRIAL, List.of())) {
      assertTrue(
          split.getOrDefault(Arm.BASELINE, List.of()).stream()
              .noneMatch(b -> Matching.week(a.openedAt()) == Matching.week(b.openedAt())));
    }
  }
}
