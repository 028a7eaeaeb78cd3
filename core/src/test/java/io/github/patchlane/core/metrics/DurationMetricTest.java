package io.github.patchlane.core.metrics;

import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.commit;
import static io.github.patchlane.core.testkit.Contributions.hours;
import static io.github.patchlane.core.testkit.Contributions.mail;
import static io.github.patchlane.core.testkit.Contributions.mergeRequest;
import static io.github.patchlane.core.testkit.Contributions.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.metrics.Latency.Measured;
import io.github.patchlane.core.metrics.Latency.Pending;
import io.github.patchlane.core.review.ReviewEvent.Closed.Reason;
import io.github.patchlane.core.testkit.Contributions;
import java.util.List;
import org.junit.jupiter.api.Test;

class DurationMetricTest {
  private static final LatencyOptions AT_100 = LatencyOptions.asOf(at(100));

  private static List<Latency> of(String metric, Contributions story) {
    return of(metric, story, AT_100);
  }

  private static List<Latency> of(String metric, Contributions story, LatencyOptions options) {
    LatencyReport report = LatencyReport.of(List.of(story.build()), options);
    DurationMetric found = (DurationMetric) Metrics.byId(metric).orElseThrow();
    return found.of(report.subjects().get(0), options);
  }

  private static Latency measured(double from, double to, SourceId by) {
    return new Measured(hours(to - from), at(from), at(to), by);
  }

  private static Latency pending(double from, double until) {
    return new Pending(hours(until - from), at(from), at(until));
  }

  private static SourceId mailOf(String name, String who, double hour) {
    return new MessageId(name + "-" + who + "-" + hour + "@example.org");
  }

  @Test
  void botsChecksAndTheAuthorsOwnPingsAreNoResponse() {
    Contributions story =
        mail("a").posted(1).botComment("ci", 2).checked("ci", 2).comment("ann", 3);

    assertEquals(List.of(pending(1, 100)), of("time-to-first-response", story));
    assertEquals(
        List.of(measured(1, 9, mailOf("a", "bob", 9.0))),
        of("time-to-first-response", story.comment("bob", 9)));
  }

  @Test
  void oneAuthorWithAnAddressInOtherCaseIsNoResponder() {
    Contributions story = mail("a").posted(1).comment("ANN", 3);

    assertEquals(List.of(pending(1, 100)), of("time-to-first-response", story));
  }

  @Test
  void theAuthorOfAPatchThatAnotherSentIsNoResponderFromThenOn() {
    Contributions byBob = mail("a").by("bob");
    var bobs = byBob.patchOf(1, 1, 1);
    Contributions story =
        mail("a").revision(1, Revision.Kind.PROPOSAL, 1, List.of(bobs), List.of());

    assertEquals(List.of(pending(1, 100)), of("time-to-first-response", story.comment("bob", 3)));
  }

  @Test
  void aReviewerWhoLaterJoinsAsAuthorRespondedAllTheSame() {
    Contributions byBob = mail("a").by("bob");
    Contributions story =
        mail("a")
            .posted(1)
            .comment("bob", 3)
            .revision(2, Revision.Kind.PROPOSAL, 9, List.of(byBob.patchOf(2, 1, 1)), List.of());

    assertEquals(
        List.of(measured(1, 3, mailOf("a", "bob", 3.0))), of("time-to-first-response", story));
  }

  @Test
  void aSilentLandingIsAResponseAndOneWithinMinutesIsNotNothing() {
    assertEquals(
        List.of(measured(1, 1.1, commit("commit of a-v1-1@example.org"))),
        of("time-to-first-response", mail("a").posted(1).landed(1.1)));
    assertEquals(
        List.of(measured(1, 1.1, commit("commit of a-v1-1@example.org"))),
        of("time-to-landing", mergeRequest("a").posted(1).landed(1.1)));
  }

  @Test
  void aCommitDatedBeforeItsPostingHasNoKnownLandingTime() {
    assertEquals(
        List.of(DurationMetric.DATED_BEFORE), of("time-to-landing", mail("a").posted(5).landed(1)));
    assertEquals(
        List.of(DurationMetric.DATED_BEFORE),
        of("time-to-first-response", mail("a").posted(5).landed(1)));
  }

  @Test
  void theClockStartsAtTheProposalAndNotAtTheRfcOrTheFirstComment() {
    Contributions story =
        mail("a")
            .revision(1, Revision.Kind.RFC, 1, 1)
            .comment("bob", 2)
            .posted(10)
            .comment("bob", 30);

    assertEquals(
        List.of(measured(10, 30, mailOf("a", "bob", 30.0))), of("time-to-first-response", story));
  }

  @Test
  void whatWasDeclinedStaysInTheRiskSetOfLandingToTheEnd() {
    Contributions story = mail("a").posted(1).closed("bob", 10, Reason.DECLINED);

    assertEquals(List.of(pending(1, 100)), of("time-to-landing", story));
    assertEquals(List.of(measured(1, 10, mailOf("a", "bob", 10.0))), of("time-to-close", story));
  }

  @Test
  void whatWasReplacedWasWatchedUntilThen() {
    Contributions story = mail("a").posted(1).closed("ann", 10, Reason.SUPERSEDED);

    assertEquals(List.of(pending(1, 10)), of("time-to-landing", story));
    assertEquals(List.of(pending(1, 10)), of("time-to-close", story));
    assertEquals(List.of(pending(1, 10)), of("time-to-first-response", story));
  }

  @Test
  void whatLandedInPartIsPending() {
    Contributions story = mail("a").posted(1, 2).landed(1, 10);

    assertEquals(List.of(pending(1, 100)), of("time-to-landing", story));
    assertEquals(
        List.of(measured(1, 10, commit("commit of a-v1-1@example.org"))),
        of("time-to-first-response", story));
  }

  @Test
  void withoutARepositoryLandingIsNotMeasuredRatherThanPending() {
    LatencyOptions noRepository = AT_100.withLandingsKnown(false);

    assertEquals(
        List.of(DurationMetric.NO_REPOSITORY),
        of("time-to-landing", mail("a").posted(1), noRepository));
    assertEquals(
        List.of(DurationMetric.NO_REPOSITORY),
        of("time-to-close", mail("a").posted(1), noRepository));
  }

  @Test
  void aFirstRevisionThatNobodySawHasNoOpening() {
    Contributions story = mail("a").revision(2, Revision.Kind.PROPOSAL, 1, 1).review("bob", 5);

    assertEquals(List.of(DurationMetric.OPENING_UNSEEN), of("time-to-first-response", story));
    assertEquals(
        List.of(measured(1, 5, mailOf("a", "bob", 5.0))), of("time-to-first-review", story));
  }

  @Test
  void eachRevisionWaitsForItsOwnReviewAndRefreshesAreNone() {
    Contributions story =
        mail("a").posted(1).comment("bob", 2).review("bob", 5).posted(10).resent(20).posted(30);

    assertEquals(
        List.of(measured(1, 5, mailOf("a", "bob", 5.0)), pending(10, 30), pending(30, 100)),
        of("time-to-first-review", story));
    assertEquals(
        List.of(
            measured(1, 10, patch("a", 2, 1)),
            measured(10, 30, patch("a", 3, 1)),
            pending(30, 100)),
        of("review-cycle", story));
  }

  @Test
  void aTestIsNoApproval() {
    Contributions story = mail("a").posted(1).approve("bob", 5, "Tested-by", 1);

    assertEquals(List.of(pending(1, 100)), of("time-to-approval", story));
    assertEquals(
        List.of(measured(1, 7, mailOf("a", "cyd", 7.0))),
        of("time-to-approval", story.approve("cyd", 7, "Acked-by", 1)));
  }

  @Test
  void theLastApprovalThatStoodStartsTheWaitForTheCommitter() {
    Contributions story =
        mergeRequest("a")
            .posted(1)
            .approve("bob", 5)
            .approve("cyd", 7)
            .withdrawApproval("cyd", 8)
            .landed(20)
            .approve("dan", 30);

    assertEquals(
        List.of(measured(5, 20, commit("commit of a-v1-1@example.org"))),
        of("approval-to-landing", story));
  }

  @Test
  void openTimeIsSplitByWhoseMoveItIs() {
    Contributions story =
        mail("a").posted(0).review("bob", 10).comment("ann", 15).comment("ann", 16).landed(40);
    SourceId end = commit("commit of a-v1-1@example.org");

    assertEquals(
        List.of(new Measured(hours(35), at(0), at(40), end)), of("waiting-on-reviewer", story));
    assertEquals(
        List.of(new Measured(hours(5), at(0), at(40), end)), of("waiting-on-author", story));
  }

  @Test
  void aCheckIsTimedFromItsRevision() {
    Contributions story = mail("a").posted(1).checked("ci", 2).posted(10);

    assertEquals(
        List.of(measured(1, 2, mailOf("a", "ci", 2.0)), pending(10, 100)),
        of("time-to-first-check", story));
  }
}
