package io.github.patchlane.mailinglist.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.source.MessageText.Passage;
import io.github.patchlane.mailinglist.review.Target.TargetPatch;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReplyPassagesTest {
  private static final MessageId PATCH = new MessageId("p1");
  private static final String DIFF =
      """
      diff --git a/frob.c b/frob.c
      --- a/frob.c
      +++ b/frob.c
      @@ -10,4 +10,5 @@ int frob(void)
       	int total = 0;
       	prepare_the_frobs();
      -	total = count_frobs_slowly();
      +	total = count_frobs(first, last);
      +	check_the_total(total);
       	report(total);
      """;

  private static List<Passage> passages(String text) {
    TargetPatch patch =
        new TargetPatch(
            1,
            PATCH,
            Mails.ANN,
            Optional.of(UnifiedDiff.parse(DIFF.getBytes(StandardCharsets.UTF_8)).index()));
    return ReplyPassages.of(
        Mails.from(Mails.RITA, "Re: [PATCH] frob: count", text),
        new Target(1, PATCH, 1, List.of(patch), Mails.ANN));
  }

  private static Passage on(int line, LineAnchor.Side side, String quoted, String words) {
    return new Passage(quoted, words, Optional.of(new LineAnchor(PATCH, "frob.c", line, side)));
  }

  private static Passage free(String quoted, String words) {
    return new Passage(quoted, words, Optional.empty());
  }

  @Test
  void wordsUnderAQuotedLineAreAboutThatLine() {
    assertEquals(
        List.of(
            on(
                12,
                LineAnchor.Side.NEW,
                "> +\ttotal = count_frobs(first, last);",
                "What if first is greater?\n\nThen it runs on."),
            on(13, LineAnchor.Side.NEW, "> +\tcheck_the_total(total);", "Good.")),
        passages(
            """
            > +	total = count_frobs(first, last);

            What if first is greater?

            Then it runs on.

            > +	check_the_total(total);

            Good.
            """));
  }

  @Test
  void aRemovedLineIsOnTheOldSide() {
    assertEquals(
        List.of(
            on(12, LineAnchor.Side.OLD, "> -\ttotal = count_frobs_slowly();", "At last it goes.")),
        passages("> -\ttotal = count_frobs_slowly();\n\nAt last it goes.\n"));
  }

  @Test
  void wordsUnderProseAreAboutNoLine() {
    assertEquals(
        List.of(free("> It counts them faster.", "How much faster?")),
        passages("> It counts them faster.\n\nHow much faster?\n"));
  }

  @Test
  void greetingsAttributionsSignaturesAndCopiesAreLeftOut() {
    assertEquals(
        List.of(
            free("", "Looks right to me."),
            on(12, LineAnchor.Side.NEW, "> +\ttotal = count_frobs(first, last);", "Why two?")),
        passages(
            """
            Hi Ann,

            Looks right to me.

            On Wed, Jan 2, 2030 at 11:00 AM Ann Author <ann@example.org> wrote:
            > +	total = count_frobs(first, last);

            Why two?

            --\s
            Rita
            """));
  }

  @Test
  void quotesWithoutWordsBelowGoToTheNextWords() {
    assertEquals(
        List.of(
            on(
                13,
                LineAnchor.Side.NEW,
                "> +\ttotal = count_frobs(first, last);\n> +\tcheck_the_total(total);",
                "Twice?")),
        passages(
            """
            > +	total = count_frobs(first, last);

            > +	check_the_total(total);
            Twice?
            """));
  }

  @Test
  void codeThatIsProposedKeepsItsColumns() {
    List<Passage> passages =
        passages(
            """
            > +	total = count_frobs(first, last);
            Rather:

            	total = 0;
            	  total += 1;
            """);
    assertEquals("Rather:\n\n\ttotal = 0;\n\t  total += 1;", passages.get(0).text());
  }

  @Test
  void aMailThatSaysNothingOfItsOwnStandsAsItIs() {
    assertEquals(
        List.of(free("", "> It counts them faster.")), passages("> It counts them faster.\n"));
    assertEquals(List.of(free("", "")), passages(""));
  }
}
