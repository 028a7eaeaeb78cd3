package io.github.patchlane.mailinglist.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reviewers write around a tag, and whether the tag waits for it. */
class TagConditionsTest {
  private static final String TAG = "Reviewed-by: Rita Reviewer <rita@example.org>";

  private static List<Boolean> conditional(String text) {
    return Mails.reply(text).trailers().stream().map(GivenTrailer::conditional).toList();
  }

  private static void assertConditional(boolean expected, String text) {
    assertEquals(List.of(expected), conditional(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with two questions, just for my own peace of mind:",
        "with one possible suggestion:",
        "with two remarks, which ideally would be addressed by respective\nsmall adjustments:",
        "with one nit:",
        "albeit with a few things to consider and with a question.",
        "albeit I wonder whether this isn't too small a change to be noted.",
        "albeit I wonder if this isn't too small a change to be noted.",
        "but how about a slightly different change:",
        "yet with a question, maybe more to Ann than to you:",
        "but I would not apply it before the patches that use it (patches 4 and 5).",
        "with the request that Ann also have a look (or otherwise) at the changes.",
        "(maybe also Requested-by)"
      })
  void aRemarkOnTheNextLineIsNoCondition(String remark) {
    assertConditional(false, "> +code\n\n" + TAG + "\n" + remark + "\n\n> +more\n\nHm?\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ", with two minor\nsuggestions.",
        ", with one style fix.",
        ", but the comment does\nwant fixing.",
        ", but if you felt like changing the type too, nicer still."
      })
  void aRemarkOnTheTagsOwnLineIsNoCondition(String remark) {
    assertConditional(false, TAG + remark + "\n\n> +code\n\nHere.\n");
    assertConditional(false, "In principle, " + TAG + remark + "\n\n> +code\n\nHere.\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "with two cosmetic issues taken care of:",
        "with the two comments above\ndropped.",
        "but only with the cast dropped.",
        "provided of course that the tests pass."
      })
  void whatIsToBeDoneIsACondition(String words) {
    assertConditional(true, "> +code\n\n" + TAG + "\n" + words + "\n");
  }

  @Test
  void aSentenceGoesOnUnderTheQuoteThatBreaksIt() {
    String top = "> Counts frobs.\n\n" + TAG;
    assertConditional(true, top + "\nwith ...\n\n> +code\n\n... the cast here dropped.\n");
    assertConditional(
        false,
        top
            + "\nwith ...\n\n> +code\n\n... the cast here dropped (which I'll do while\ncommitting).\n");
    assertConditional(false, top + "\nbut ...\n\n> +code\n\n... isn't the cast to be dropped?\n");
    assertConditional(false, top + "\npreferably with ...\n\n> +code\n\n... the cast dropped.\n");
  }

  @Test
  void anAfterthoughtBelongsToTheTagsAboveIt() {
    assertConditional(true, TAG + "\n\nWith the comment fixed.\n\nThanks, Rita\n");
    assertConditional(false, TAG + "\n\nWith the comment possibly fixed.\n");
    assertEquals(
        List.of(false, true),
        conditional(
            TAG + "\n\nWith the typo fixed:\n\nAcked-by: Rita Reviewer <rita@example.org>\n"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Preferably with these small adjustments:",
        "With the wording perhaps changed:",
        "Assuming it was properly tested:",
        "Assuming that you tested it and that it works:",
        "Assuming you fix up the typos in the message when applying:",
        "With your latest changes:",
        "Ack with one nit below.",
        "I do not know if the script is right, but the log says that it works.\nSo:",
        "Assuming the moved code is indeed just being moved,\napplicable parts",
        "With that fixed (happy to do so while committing):",
        "With the fixes handled on commit:",
        "With the addition (which I think can be done on commit)",
        "With these adjustments (I can make them when applying)",
        "If so (can adjust while committing):",
        "I am fine with that:",
        "I'm okay with the code change, so",
        "Assuming my understanding above is correct:",
        "Stray blank, I can fix that before pushing."
      })
  void wishesAndBeliefsAndOffersAreNone(String lead) {
    assertConditional(false, lead + "\n" + TAG + "\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "With that and preferably with the nit above addressed:",
        "With the commit message corrected:",
        "I'm fine with the code changed:",
        "With the one hunk moved to patch 1",
        "With either of those:",
        "With all of these,",
        "Pending that nit:",
        "Fine, pending an ack by Ann:",
        "With that rectified...",
        "One trivial thing.\nWith that tidied up...",
        "With patches 1 and 2 combined:",
        "With one nit below fixed:",
        "With this dropped (not sure whether I can do that while committing)",
        "With that fixed (you can do it before pushing):"
      })
  void whatNobodyOfferedToDoIsOne(String lead) {
    assertConditional(true, lead + "\n" + TAG + "\n");
  }

  @Test
  void anOfferMayFollowTheTag() {
    assertConditional(
        false,
        "With this or a better comment:\n"
            + TAG
            + "\nI'd be happy to change it while committing.\n");
  }
}
