package io.github.patchlane.core.metrics;

import static io.github.patchlane.core.review.ReviewEvent.Closed.Reason.DECLINED;
import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.mail;
import static io.github.patchlane.core.testkit.Contributions.mergeRequest;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.testkit.Contributions;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TurnTest {
  private static String walk(Contributions story) {
    List<TurnSpan> spans = Timeline.of(story.build(), at(100)).orElseThrow().turns();
    return spans.stream()
        .map(span -> hour(span.turn().since()) + "-" + hour(span.to()) + " " + span.turn().reason())
        .collect(Collectors.joining(", "));
  }

  private static long hour(java.time.Instant instant) {
    return java.time.Duration.between(at(0), instant).toHours();
  }

  @Test
  void theBallGoesBackAndForth() {
    assertEquals(
        "0-5 POSTED, 5-8 REVIEWED, 8-9 ANSWERED, 9-20 REVIEWED, 20-100 POSTED",
        walk(mail("a").posted(0).comment("bob", 5).comment("ann", 8).review("cyd", 9).posted(20)));
  }

  @Test
  void aPingLeavesItWhereItIsAndSinceWhen() {
    assertEquals("0-100 POSTED", walk(mail("a").posted(0).comment("ann", 50).resent(60)));
  }

  @Test
  void aSeriesWaitsForReviewersUntilEveryPatchIsApproved() {
    Contributions story = mail("a").posted(0, 2).approve("bob", 5, "Reviewed-by", 1);

    assertEquals("0-100 POSTED", walk(story));
    assertEquals("0-7 POSTED, 7-100 APPROVED", walk(story.approve("cyd", 7, "Acked-by", 2)));
  }

  @Test
  void aTestApprovesNothing() {
    assertEquals("0-100 POSTED", walk(mail("a").posted(0).approve("bob", 5, "Tested-by", 1)));
  }

  @Test
  void oneApprovalDoesNotAnswerAnothersObjection() {
    assertEquals(
        "0-5 POSTED, 5-100 CHANGES_REQUESTED",
        walk(mergeRequest("a").posted(0).requestChanges("bob", 5).approve("cyd", 7)));
    assertEquals(
        "0-5 POSTED, 5-7 CHANGES_REQUESTED, 7-100 APPROVED",
        walk(mergeRequest("a").posted(0).requestChanges("bob", 5).approve("bob", 7)));
  }

  @Test
  void thanksAfterAnApprovalAreNoQuestionButAReviewIs() {
    Contributions story = mergeRequest("a").posted(0).approve("bob", 5).comment("cyd", 6);

    assertEquals("0-5 POSTED, 5-100 APPROVED", walk(story));
    assertEquals("0-5 POSTED, 5-7 APPROVED, 7-100 REVIEWED", walk(story.review("cyd", 7)));
  }

  @Test
  void whatIsAcceptedWaitsForTheRepository() {
    assertEquals(
        "0-5 POSTED, 5-9 ACCEPTED", walk(mail("a").posted(0).accepted("bob", 5).landed(9)));
  }

  @Test
  void closedTimeIsNobodysMove() {
    assertEquals(
        "0-5 POSTED, 50-100 REOPENED",
        walk(mail("a").posted(0).closed("bob", 5, DECLINED).reopened("ann", 50)));
  }

  @Test
  void aMachineHasNoMove() {
    assertEquals("0-100 POSTED", walk(mail("a").posted(0).botComment("ci", 5)));
  }
}
