package io.github.patchlane.mailinglist.series;

import static io.github.patchlane.mailinglist.series.Mails.adding;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class SeriesTest {
  private static final String ONE =
      adding("one.c", "int answer_to_everything(void);", "int second_line_of_one;");
  private static final String TWO =
      adding("two.c", "static long counter_of_frobs;", "counter_of_frobs += 2;");
  private static final String THREE = adding("three.c", "void teardown_frobs(struct frob *frob);");
  private static final String TWO_BETTER =
      adding("two.c", "static long counter_of_frobs;", "counter_of_frobs += 3;");
  private static final String OTHER =
      adding("net/other.c", "unrelated_network_setup(device, flags);");

  private static Mails threeWithCover() {
    return new Mails()
        .mail("c", "Ada", "[PATCH 0/3] frobs", "", "")
        .mail("p1", "Ada", "[PATCH 1/3] one", "c", ONE)
        .mail("p2", "Ada", "[PATCH 2/3] two", "c", TWO)
        .mail("p3", "Ada", "[PATCH 3/3] three", "c", THREE);
  }

  @Nested
  class Assembly {
    @Test
    void coverAndPatchesAreOneSeries() {
      assertEquals("v1 proposal posting: c | 1=p1 2=p2 3=p3", threeWithCover().series());
    }

    @Test
    void aMissingPatchIsNamed() {
      assertEquals(
          "v1 proposal posting: c | 1=p1 3=p3 | missing [2]",
          new Mails()
              .mail("c", "Ada", "[PATCH 0/3] frobs", "", "")
              .mail("p3", "Ada", "[PATCH 3/3] three", "c", THREE)
              .mail("p1", "Ada", "[PATCH 1/3] one", "c", ONE)
              .series());
    }

    @Test
    void patchesWhoseCoverIsLostStayTogether() {
      assertEquals(
          "v1 proposal posting: - | 1=p1 2=p2",
          new Mails()
              .mail("p1", "Ada", "[PATCH 1/2] one", "lost", ONE)
              .after(Duration.ofHours(5))
              .mail("p2", "Ada", "[PATCH 2/2] two", "lost", TWO)
              .series());
    }

    @Test
    void unthreadedPatchesOfOneSittingAreOneSeries() {
      assertEquals(
          "v1 proposal posting: - | 1=p1 2=p2",
          new Mails()
              .mail("p1", "Ada", "[PATCH 1/2] one", "", ONE)
              .mail("p2", "Ada", "[PATCH 2/2] two", "", TWO)
              .series());
    }

    @Test
    void aStrangersSeriesInTheThreadStaysTheirs() {
      assertEquals(
          "v1 proposal posting: c | 1=p1 2=p2 3=p3\nv1 proposal posting: - | 1=q1 2=q2 3=q3",
          threeWithCover()
              .mail("q1", "Bob", "[PATCH 1/3] other", "c", OTHER)
              .mail("q2", "Bob", "[PATCH 2/3] other still", "q1", adding("net/x.c", "x_of_bob();"))
              .mail("q3", "Bob", "[PATCH 3/3] other end", "q1", adding("net/y.c", "y_of_bob();"))
              .series());
    }

    @Test
    void aPatchSentByTheCoAuthorJoinsTheCoverThatListsIt() {
      assertEquals(
          "v1 proposal posting: c | 1=p1 2=p2",
          new Mails()
              .mail("c", "Ada", "[PATCH 0/2] frobs", "", "Ada (1):\n  one\n\nBob (1):\n  two\n")
              .mail("p1", "Ada", "[PATCH 1/2] one", "c", ONE)
              .mail("p2", "Bob", "[PATCH 2/2] two", "c", TWO)
              .series());
    }

    @Test
    void twoSeriesOfOneSenderInOneThreadAreTwo() {
      assertEquals(
          "v1 proposal posting: c | 1=p1 2=p2 3=p3\nv1 proposal posting: d | 1=q1 2=q2 3=q3",
          threeWithCover()
              .mail("d", "Ada", "[PATCH 0/3] tests for something else", "c", "")
              .mail("q1", "Ada", "[PATCH 1/3] t1", "d", OTHER)
              .mail("q2", "Ada", "[PATCH 2/3] t2", "d", adding("t/x.c", "check_x_thoroughly();"))
              .mail("q3", "Ada", "[PATCH 3/3] t3", "d", adding("t/y.c", "check_y_thoroughly();"))
              .series());
    }

    @Test
    void aStrayPatchInTheThreadIsAContributionOfItsOwn() {
      assertEquals(
          "v1 proposal posting: c | 1=p1 2=p2 3=p3\nv1 proposal posting: - | 1=stray",
          threeWithCover().mail("stray", "Bob", "[PATCH] other", "p2", OTHER).series());
    }

    @Test
    void aCoverThatForgotItsVersionOnThePatchesStillHasThem() {
      assertEquals(
          "v2 proposal posting: c | 1=p1 2=p2",
          new Mails()
              .mail("c", "Ada", "[PATCH v2 0/2] frobs", "", "")
              .mail("p1", "Ada", "[PATCH 1/2] one", "c", ONE)
              .mail("p2", "Ada", "[PATCH 2/2] two", "c", TWO)
              .series());
    }

    @Test
    void anOpenEndedSeriesGrows() {
      assertEquals(
          "v1 proposal posting: - | 1=p1 2=p2 3=p3",
          new Mails()
              .mail("p1", "Ada", "[PATCH 1/n] one", "", ONE)
              .mail("p2", "Ada", "[PATCH 2/n] two", "p1", TWO)
              .mail("p3", "Ada", "[PATCH 3/n] three", "p2", THREE)
              .series());
    }

    @Test
    void patchesWithoutNumbersOfOneRunAreOneSeries() {
      String run = "20250303090000.4711-";
      assertEquals(
          "v1 proposal posting: - | 1=" + run + "1-ada@x 2=" + run + "2-ada@x",
          new Mails()
              .mail(run + "1-ada@x", "Ada", "[PATCH] one", "", ONE)
              .mail(run + "2-ada@x", "Ada", "[PATCH] two", run + "1-ada@x", TWO)
              .series());
    }
  }

  @Nested
  class PartialRerolls {
    @Test
    void onePatchReplacedInReplyToIt() {
      assertEquals(
          "v1 proposal posting: c | 1=p1 2=p2 3=p3; v2 proposal reply: - | 1=p1 2=n2 3=p3",
          threeWithCover().mail("n2", "Ada", "[PATCH v2 2/3] two", "p2", TWO_BETTER).series());
    }

    @Test
    void onePatchReplacedInReplyToTheCover() {
      assertEquals(
          "v1 proposal posting: c | 1=p1 2=p2 3=p3; v2 proposal reply: - | 1=p1 2=n2 3=p3",
          threeWithCover().mail("n2", "Ada", "[PATCH v2 2/3] two", "c", TWO_BETTER).series());
    }

    @Test
    void twoPatchesReplacedEachInReplyToItsOwn() {
      assertEquals(
          "v1 proposal posting: c | 1=p1 2=p2 3=p3; v2 proposal reply: - | 1=n1 2=n2 3=p3",
          threeWithCover()
              .after(Duration.ofDays(1))
              .mail("n2", "Ada", "[PATCH v2 2/3] two", "p2", TWO_BETTER)
              .after(Duration.ofDays(1))
              .mail(
                  "n1",
                  "Ada",
                  "[PATCH v2 1/3] one",
                  "p1",
                  adding("one.c", "int answer_to_everything(void);"))
              .series());
    }

    @Test
    void onePatchSplitInTwo() {
      assertEquals(
          "v1 proposal posting: c | 1=p1 2=p2 3=p3; v2 proposal reply: - | 1=p1 2=n2 3=n3 4=p3",
          threeWithCover()
              .mail(
                  "n2",
                  "Ada",
                  "[PATCH v2 2/4] two, first half",
                  "p2",
                  adding("two.c", "static long counter_of_frobs;"))
              .mail(
                  "n3",
                  "Ada",
                  "[PATCH v2 3/4] two, second half",
                  "p2",
                  adding("two.c", "counter_of_frobs += 2;"))
              .series());
    }

    @Test
    void onePatchReplacedWithoutANumber() {
      assertEquals(
          "v1 proposal posting: c | 1=p1 2=p2 3=p3; v2 proposal reply: - | 1=p1 2=n2 3=p3",
          threeWithCover().mail("n2", "Ada", "[PATCH v2] two", "p2", TWO_BETTER).series());
    }

    @Test
    void aMinorVersionReplacesOnePatchOfItsMajor() {
      assertEquals(
          "v5 proposal posting: c | 1=p1 2=p2; v5.1 proposal reply: - | 1=p1 2=n2",
          new Mails()
              .mail("c", "Ada", "[PATCH v5 0/2] frobs", "", "")
              .mail("p1", "Ada", "[PATCH v5 1/2] one", "c", ONE)
              .mail("p2", "Ada", "[PATCH v5 2/2] two", "c", TWO)
              .mail("n2", "Ada", "[PATCH v5.1 2/2] two", "p2", TWO_BETTER)
              .series());
    }
  }

  @Nested
  class Revisions {
    @Test
    void aHigherVersionOfTheSameTitleFollows() {
      assertEquals(
          "v1 proposal posting: - | 1=a; v2 proposal subject: - | 1=b",
          new Mails()
              .mail("a", "Ada", "[PATCH] two", "", TWO)
              .after(Duration.ofDays(9))
              .mail("b", "Ada", "[PATCH v2] two", "", TWO_BETTER)
              .series());
    }

    @Test
    void theSameTitleByAnotherAuthorDoesNotFollow() {
      assertEquals(
          "v1 proposal posting: - | 1=a\nv2 proposal posting: - | 1=b",
          new Mails()
              .mail("a", "Ada", "[PATCH] two", "", TWO)
              .after(Duration.ofDays(9))
              .mail("b", "Bob", "[PATCH v2] two", "", TWO_BETTER)
              .series());
    }

    @Test
    void anotherSenderWhoAnswersWithTheNextVersionTakesOver() {
      assertEquals(
          "v1 proposal posting: - | 1=a; v2 proposal reply: - | 1=b",
          new Mails()
              .mail("a", "Ada", "[PATCH] two", "", TWO)
              .after(Duration.ofDays(9))
              .mail("b", "Bob", "[PATCH v2] two", "a", TWO_BETTER)
              .series());
    }

    @Test
    void aRetitledVersionFollowsByItsChanges() {
      assertEquals(
          "v1 proposal posting: - | 1=a; v2 proposal similarity: - | 1=b",
          new Mails()
              .mail("a", "Ada", "[PATCH] two", "", TWO)
              .after(Duration.ofDays(9))
              .mail("b", "Ada", "[PATCH v2] count frobs by threes", "", TWO_BETTER)
              .series());
    }

    @Test
    void aChangeIdJoinsWhatNothingElseDoes() {
      assertEquals(
          "v1 proposal posting: - | 1=a; v2 proposal change-id: - | 1=b",
          new Mails()
              .mail(
                  "a",
                  "Ada",
                  "[PATCH] two",
                  "",
                  TWO + "---\nchange-id: 20250303-frobs-0123456789ab\n")
              .after(Duration.ofDays(9))
              .mail(
                  "b",
                  "Ada",
                  "[PATCH v2] quite another",
                  "",
                  OTHER + "---\nchange-id: 20250303-frobs-0123456789ab\n")
              .series());
    }

    @Test
    void twoChangeIdsNeverJoin() {
      assertEquals(
          "v1 proposal posting: - | 1=a\nv2 proposal posting: - | 1=b",
          new Mails()
              .mail(
                  "a",
                  "Ada",
                  "[PATCH] two",
                  "",
                  TWO + "---\nchange-id: 20250303-frobs-0123456789ab\n")
              .after(Duration.ofDays(9))
              .mail(
                  "b",
                  "Ada",
                  "[PATCH v2] two",
                  "a",
                  TWO_BETTER + "---\nchange-id: 20250303-frobs-ba9876543210\n")
              .series());
    }

    @Test
    void aLinkToTheEarlierVersionJoins() {
      assertEquals(
          "v1 proposal posting: - | 1=a@x; v2 proposal link: - | 1=b",
          new Mails()
              .mail("a@x", "Ada", "[PATCH] two", "", TWO)
              .after(Duration.ofDays(9))
              .mail(
                  "b",
                  "Ada",
                  "[PATCH v2] quite another",
                  "",
                  "- Link to v1: https://lore.example.org/r/a@x\n" + OTHER)
              .series());
    }

    @Test
    void withoutDeclaredLinksTheRestMustDo() {
      assertEquals(
          "v1 proposal posting: - | 1=a@x\nv2 proposal posting: - | 1=b",
          new Mails()
              .ignoringDeclared()
              .mail("a@x", "Ada", "[PATCH] two", "", TWO)
              .after(Duration.ofDays(9))
              .mail(
                  "b",
                  "Ada",
                  "[PATCH v2] quite another",
                  "",
                  "- Link to v1: https://lore.example.org/r/a@x\n" + OTHER)
              .series());
    }

    @Test
    void aLinkToADependencyJoinsNothing() {
      assertEquals(
          "v1 proposal posting: - | 1=a@x\nv1 proposal posting: - | 1=b",
          new Mails()
              .mail("a@x", "Ada", "[PATCH] two", "", TWO)
              .mail(
                  "b",
                  "Ada",
                  "[PATCH] on top",
                  "",
                  "Depends on v1: https://lore.example.org/r/a@x\n" + OTHER)
              .series());
    }

    @Test
    void aResendIsARefreshOfItsVersion() {
      assertEquals(
          "v2 proposal posting: - | 1=a; v2 refresh subject: - | 1=b",
          new Mails()
              .mail("a", "Ada", "[PATCH v2] two", "", TWO)
              .after(Duration.ofDays(30))
              .mail("b", "Ada", "[RESEND PATCH v2] two", "", TWO)
              .series());
    }

    @Test
    void aResendInTheThreadDoesNotCorruptTheSeries() {
      assertEquals(
          "v1 proposal posting: c | 1=p1 2=p2 3=p3; v1 refresh reply: d | 1=q1 2=q2 3=q3",
          threeWithCover()
              .after(Duration.ofDays(20))
              .mail("d", "Ada", "[PATCH RESEND 0/3] frobs", "c", "")
              .mail("q1", "Ada", "[PATCH RESEND 1/3] one", "d", ONE)
              .mail("q2", "Ada", "[PATCH RESEND 2/3] two", "d", TWO)
              .mail("q3", "Ada", "[PATCH RESEND 3/3] three", "d", THREE)
              .series());
    }

    @Test
    void aForgottenVersionIsCounted() {
      assertEquals(
          "v1 proposal posting: - | 1=a; v2 proposal subject: - | 1=b",
          new Mails()
              .mail("a", "Ada", "[PATCH] two", "", TWO)
              .after(Duration.ofDays(3))
              .mail("b", "Ada", "[PATCH] two", "", TWO_BETTER)
              .series());
    }

    @Test
    void theSameTitleOverOtherFilesIsAnotherEffort() {
      assertEquals(
          "v1 proposal posting: - | 1=a\nv1 proposal posting: - | 1=b",
          new Mails()
              .mail("a", "Ada", "[PATCH] fix a typo", "", TWO)
              .after(Duration.ofDays(90))
              .mail("b", "Ada", "[PATCH] fix a typo", "", OTHER)
              .series());
    }

    @Test
    void theProposalAfterAnRfcIsTheSameEffort() {
      assertEquals(
          "v1 rfc posting: - | 1=a; v1 proposal subject: - | 1=b",
          new Mails()
              .mail("a", "Ada", "[RFC PATCH] two", "", TWO)
              .after(Duration.ofDays(3))
              .mail("b", "Ada", "[PATCH] two", "", TWO_BETTER)
              .series());
    }

    @Test
    void aCorrectionBeatsEveryRule() {
      assertEquals(
          "v1 proposal posting: - | 1=a\nv2 proposal posting: - | 1=b",
          new Mails()
              .correctedBy("different a b")
              .mail("a", "Ada", "[PATCH] two", "", TWO)
              .mail("b", "Ada", "[PATCH v2] two", "a", TWO_BETTER)
              .series());
      assertEquals(
          "v1 proposal posting: - | 1=a; v2 proposal correction: - | 1=b",
          new Mails()
              .correctedBy("same a b")
              .mail("a", "Ada", "[PATCH] two", "", TWO)
              .mail("b", "Bob", "[PATCH] unlike", "", OTHER)
              .series());
    }
  }
}
