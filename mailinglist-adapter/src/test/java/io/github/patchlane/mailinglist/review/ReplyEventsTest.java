package io.github.patchlane.mailinglist.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.mailinglist.review.Target.TargetPatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplyEventsTest {
  private static final String FIRST =
      """
      diff --git a/frob.c b/frob.c
      --- a/frob.c
      +++ b/frob.c
      @@ -10,6 +10,8 @@ int frob(void)
       	int total = 0;
       	prepare_the_frobs();
      -	total = count_frobs_slowly();
      +	total = count_frobs(first, last);
      +	if (total < 0)
      +		return total;
       	report(total);
       }

      @@ -40,3 +42,4 @@ int brob(void)
       	prepare_the_brobs();
       	report(total);
      +	release_all_of_the_brobs(first, last, and_everything_in_between, flags);
       }
      """;
  private static final String SECOND =
      """
      diff --git a/test.c b/test.c
      --- a/test.c
      +++ b/test.c
      @@ -1,2 +1,3 @@
       #include "frob.h"
      +int expected_number = 17;
       int main(void)
      """;

  private static Target target(int index) {
    return new Target(
        2,
        new MessageId(index == 0 ? "cover" : "p" + index),
        index,
        List.of(patch(1, FIRST), patch(2, SECOND)),
        Mails.ANN);
  }

  private static TargetPatch patch(int index, String diff) {
    return new TargetPatch(
        index,
        new MessageId("p" + index),
        Mails.ANN,
        Optional.of(UnifiedDiff.parse(diff.getBytes(StandardCharsets.UTF_8)).index()));
  }

  private static List<String> events(Person sender, int index, String text) {
    Reply reply = Reply.read(Mails.from(sender, "Re: [PATCH v2 1/2] frob: count", text));
    ReplyEvents events =
        ReplyEvents.of(
            reply, new MessageId("reply"), Mails.NOON, new Actor(sender, false), target(index));
    return events.events().stream().map(ReplyEventsTest::show).toList();
  }

  private static String show(ReviewEvent event) {
    String on = event.act().on().map(id -> id.value()).orElse("");
    String anchor =
        event
            .anchor()
            .map(a -> " " + a.patch().value() + " " + a.path() + ":" + a.line() + " " + a.side())
            .orElse("");
    String trailer = event.trailer().map(t -> " " + t.token()).orElse("");
    return on + " " + event.type() + (event.substantive() ? "+" : "") + anchor + trailer;
  }

  private static void assertEvents(int index, String text, String... expected) {
    assertEquals(List.of(expected), events(Mails.RITA, index, text), text);
  }

  @Test
  void aTagToTheCoverCountsForEveryPatch() {
    assertEvents(
        0,
        "Reviewed-by: Rita Reviewer <rita@example.org>\n",
        "p1 approved+ Reviewed-by",
        "p2 approved+ Reviewed-by");
    assertEvents(
        0,
        "For patch 2 only:\n\nAcked-by: Rita Reviewer <rita@example.org>\n",
        "cover commented",
        "p2 approved+ Acked-by");
  }

  @Test
  void conditionalConsentIsACommentWithItsTrailer() {
    assertEvents(
        1,
        "With that fixed:\nReviewed-by: Rita Reviewer <rita@example.org>\n",
        "p1 commented+ Reviewed-by");
  }

  @Test
  void consentForOneselfOrInAnothersNameIsNone() {
    assertEquals(
        List.of("p1 commented"), events(Mails.ANN, 1, "Tested-by: Ann Author <ann@example.org>\n"));
    assertEvents(1, "Reviewed-by: Bob Other <bob@example.com>\n", "p1 commented");
  }

  @Test
  void refusalWithdrawalAndAcceptanceAreEvents() {
    assertEvents(
        1, "Nacked-by: Rita Reviewer <rita@example.org>\n", "p1 changes-requested+ Nacked-by");
    assertEvents(1, "NACK\n", "p1 commented", "p1 changes-requested+");
    assertEvents(
        1, "Please drop my Reviewed-by.\n", "p1 commented", "p1 approval-withdrawn+ Reviewed-by");
    assertEvents(0, "Applied, thanks!\n", "cover commented", "cover accepted+");
    assertEquals(
        List.of("cover commented", "cover closed+"),
        events(Mails.ANN, 0, "Please drop this series.\n"));
    assertEquals(List.of("p1 commented"), events(Mails.ANN, 1, "Applied, thanks!\n"));
    assertEquals(
        List.of("p1 commented", "p1 accepted+"), events(Mails.ANN, 1, "Pushed, thanks!\n"));
    assertEquals(
        List.of("p1 commented", "p1 accepted+"), events(Mails.ANN, 1, "Series applied, thanks!\n"));
    assertEquals(
        List.of("p1 commented"), events(Mails.ANN, 1, "This patch has been applied before.\n"));
  }

  @Test
  void wordsUnderQuotedLinesAreAnchoredToTheLastOfThem() {
    assertEvents(
        1,
        """
        On Monday, Ann Author wrote:
        > diff --git a/frob.c b/frob.c
        > @@ -10,6 +10,8 @@ int frob(void)
        >  	prepare_the_frobs();
        > -	total = count_frobs_slowly();

        Was it that slow?

        > +	total = count_frobs(first, last);
        > +	if (total < 0)
        > +		return total;

        Leaks.

        > @@ -40,3 +42,4 @@ int brob(void)
        >  	report(total);

        Twice?
        """,
        "p1 commented+ p1 frob.c:12 OLD",
        "p1 commented+ p1 frob.c:14 NEW",
        "p1 commented+ p1 frob.c:43 NEW");
  }

  @Test
  void deepQuotesAndOtherMarksAreSeenThrough() {
    String expected = "p1 commented+ p1 frob.c:12 NEW";
    assertEvents(
        1, "> > > +	total = count_frobs(first, last);\n> > Why?\n> Because.\n\nSo?\n", expected);
    assertEvents(1, ">>>+	total = count_frobs(first, last);\n>> Why?\n\nSo?\n", expected);
    assertEvents(
        1,
        ">| +	total = count_frobs(first, last);\n>| +	if (total < 0)\n>|\n> Why?\n\nSo?\n",
        "p1 commented+ p1 frob.c:13 NEW");
    assertEvents(
        1,
        "AA> -	total = count_frobs_slowly();\nAA> +	total = count_frobs(first, last);\n\nSo?\n",
        expected);
    assertEvents(
        1,
        "| -	total = count_frobs_slowly();\n| \n| +	total = count_frobs(first, last);\n\nSo?\n",
        expected);
  }

  @Test
  void cutsLostSpacesAndBareCodeAreSeenThrough() {
    assertEvents(
        1,
        "[...]\n> +total = count_frobs(first,   last);  \n[snip]\n\nSo?\n",
        "p1 commented+ p1 frob.c:12 NEW");
    assertEvents(
        1, "> prepare_the_brobs();\n> report(total);\n\nSo?\n", "p1 commented+ p1 frob.c:43 NEW");
  }

  @Test
  void aQuotedLineBrokenInTwoIsStillOneLineAndNoComment() {
    String expected = "p1 commented+ p1 frob.c:44 NEW";
    assertEvents(
        1,
        "> +	release_all_of_the_brobs(first, last, and_everything_in_between,\n> flags);\n\nSo?\n",
        expected);
    assertEvents(
        1,
        "> +	release_all_of_the_brobs(first, last, and_everything_in_between,\nflags);\n>  }\n\nSo?\n",
        "p1 commented+ p1 frob.c:45 NEW");
  }

  @Test
  void quotesOfAnotherPatchAreFoundThere() {
    assertEvents(0, "> +int expected_number = 17;\n\n18?\n", "cover commented+ p2 test.c:2 NEW");
  }

  @Test
  void wordsOnTheMessageOrAboveAnyQuoteHaveNoLine() {
    assertEvents(1, "Nice idea.\n\n> +	total = count_frobs(first, last);\n", "p1 commented");
    assertEvents(1, "> This counts frobs.\n\nDoes it?\n\n> +	if (total < 0)\n", "p1 commented");
    assertEvents(
        1,
        "Hi Ann,\n\nOn Monday, Ann Author wrote:\n> +	if (total < 0)\n\nThanks,\nRita\n",
        "p1 commented");
  }

  @Test
  void withoutThePatchTheQuotesOwnHeadersCount() {
    Reply reply =
        Mails.reply(
            "> --- a/x.c\n> +++ b/x.c\n> @@ -5,3 +7,4 @@\n>  one();\n> -two();\n> +three();\n\nWhy?\n");
    Target blind =
        new Target(
            1,
            new MessageId("p1"),
            1,
            List.of(new TargetPatch(1, new MessageId("p1"), Mails.ANN, Optional.empty())),
            Mails.ANN);
    ReplyEvents events =
        ReplyEvents.of(
            reply, new MessageId("reply"), Mails.NOON, new Actor(Mails.RITA, false), blind);
    assertEquals(
        List.of("p1 commented+ p1 x.c:8 NEW"),
        events.events().stream().map(ReplyEventsTest::show).toList());
  }

  @Test
  void aMachinesMailIsACheckAndNoComment() {
    assertEquals(
        List.of("p1 checked"),
        events(
            new Person("kernel test robot", "lkp@example.com"),
            1,
            "Build failed:\n> +x\n\nerror\n"));
  }
}
