package io.github.patchlane.mailinglist.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.mailinglist.review.GivenTrailer.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyTrailersTest {
  private static final String VALUE = "Rita Reviewer <rita@example.org>";
  private static final Scope ANSWERED = new Scope.Answered();
  private static final Scope SERIES = new Scope.Series();

  private static GivenTrailer reviewed(Scope scope, boolean conditional, boolean withdrawn) {
    return new GivenTrailer(
        new Trailer("Reviewed-by", VALUE),
        Kind.REVIEW,
        Mails.RITA,
        true,
        scope,
        conditional,
        withdrawn);
  }

  private static void assertGiven(String text, GivenTrailer... expected) {
    assertEquals(List.of(expected), Mails.reply(text).trailers(), text);
  }

  private static void assertScope(Scope scope, String lead) {
    assertGiven(
        "> +code\n\n" + lead + "\n\nReviewed-by: " + VALUE + "\n", reviewed(scope, false, false));
    assertGiven(lead + "\nReviewed-by: " + VALUE + "\n", reviewed(scope, false, false));
  }

  @Test
  void aTagOnItsOwnLineIsGivenForWhatIsAnswered() {
    assertGiven("> +code\n\nReviewed-by: " + VALUE + "\n", reviewed(ANSWERED, false, false));
  }

  @Test
  void aTagRightAboveTheSignatureIsGivenAndOneBelowItIsNot() {
    assertGiven(
        "Reviewed-by: " + VALUE + "\n-- \nAcked-by: " + VALUE + "\n",
        reviewed(ANSWERED, false, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "> Reviewed-by: " + VALUE + "\n\nPlease carry these over.\n",
        "Please write it like this:\n\n  Reviewed-by: " + VALUE + "\n\nthanks\n",
        "You want\n\n    Acked-by: Your Name <you@example.com>\n\nat the end.\n",
        "How about this?\n\n-- >8 --\nfrob: count\n\nReviewed-by: " + VALUE + "\n",
        "Take this:\n\nReviewed-by: "
            + VALUE
            + "\n---\n a.c | 2 +-\n\ndiff --git a/a.c b/a.c\n--- a/a.c\n+++ b/a.c\n@@ -1 +1 @@\n-a\n+b\n",
        "No.\n\n-----Original Message-----\nFrom: X\n\nReviewed-by: " + VALUE + "\n",
      })
  void aTagThatIsQuotedOrShownOrPartOfAPatchIsNotGiven(String text) {
    assertGiven(text);
  }

  @Test
  void phrasesThatNameTheWholeSeriesWidenTheScope() {
    assertScope(SERIES, "For the series:");
    assertScope(SERIES, "The whole series looks good to me.");
    assertScope(SERIES, "For the entire patchset:");
    assertScope(SERIES, "Series looks good.");
    assertScope(SERIES, "For both patches:");
    assertScope(SERIES, "This patchset is");
    assertScope(SERIES, "Everything in this series looks good.");
    assertGiven("The series is Reviewed-by: " + VALUE + "\n", reviewed(SERIES, false, false));
  }

  @Test
  void phrasesThatNamePatchesNarrowTheScope() {
    assertScope(new Scope.Patches(List.of(1, 2, 3)), "For patches 1 to 3:");
    assertScope(new Scope.Patches(List.of(1, 2, 3, 5)), "For patches 1-3 and 5:");
    assertScope(new Scope.Patches(List.of(1, 2)), "For 1/4 and 2/4");
    assertScope(new Scope.Patches(List.of(2)), "For patch 2 only:");
    assertScope(new Scope.Patches(List.of(1, 2)), "For the first two patches:");
    assertScope(new Scope.AllBut(List.of(3)), "For all but patch 3:");
    assertScope(ANSWERED, "For this patch:");
    assertScope(ANSWERED, "This fixes 3 bugs in 2 files, 10/10.");
    assertScope(ANSWERED, "It has its place in the series, thanks!");
  }

  @Test
  void eachTagTakesTheScopeOfTheWordsRightAboveIt() {
    assertGiven(
        "Patch 1:\nReviewed-by: " + VALUE + "\n\nPatches 2-3:\nReviewed-by: " + VALUE + "\n",
        reviewed(new Scope.Patches(List.of(1)), false, false),
        reviewed(new Scope.Patches(List.of(2, 3)), false, false));
  }

  @Test
  void theSentenceNextToTheTagSaysItsScope() {
    assertScope(SERIES, "Why are patch 1 and patch 3 apart? Anyway, for the series:");
    assertScope(new Scope.Patches(List.of(2)), "The whole series is nice. Patch 2:");
    assertScope(new Scope.Patches(List.of(2)), "For patch 2 this is my consent. Here it is:");
  }

  @Test
  void aTagInProseMayNameItsGiverWithoutAnAddress() {
    Trailer bare = new Trailer("Reviewed-by", "Rita Reviewer");
    assertGiven(
        "Nice. Series is Reviewed-by: Rita Reviewer\n\nRegards,\nRita\n",
        new GivenTrailer(bare, Kind.REVIEW, Mails.RITA, true, SERIES, false, false));
    assertGiven("Series is Reviewed-by: Bob Other\n");
    assertGiven("Series is Reviewed-by Rita Reviewer\n");
  }

  @Test
  void aScopeMayStandBehindTheAddress() {
    String value = VALUE + " # patches 1, 3";
    assertGiven(
        "Reviewed-by: " + value + "\n",
        new GivenTrailer(
            new Trailer("Reviewed-by", value),
            Kind.REVIEW,
            Mails.RITA,
            true,
            new Scope.Patches(List.of(1, 3)),
            false,
            false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "With that fixed:",
        "With the typo fixed, looks good.",
        "With these changes:",
        "If you fix the above, you can add:",
        "Once this is addressed:",
        "Once you share how to run it, I'm happy to be sure that it works and to add my tag.",
        "Assuming you drop the cast:",
        "Provided that the test passes:",
        "Modulo the nit above:"
      })
  void consentThatHangsOnSomethingIsConditional(String lead) {
    assertGiven(lead + "\n\nReviewed-by: " + VALUE + "\n", reviewed(ANSWERED, true, false));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Feel free to add:",
        "If you need to resend, feel free to add:",
        "With or without that change:",
        "Other than that, looks good.",
        "If it helps:",
        "If the file is missing we fail early now, good.",
        "It works as long as the disk is there, which I would like to fix some day."
      })
  void politenessIsNoCondition(String lead) {
    assertGiven(lead + "\n\nReviewed-by: " + VALUE + "\n", reviewed(ANSWERED, false, false));
  }

  @Test
  void aTagInProseIsGiven() {
    assertGiven("Feel free to add my Reviewed-by.\n", reviewed(ANSWERED, false, false));
    assertGiven(
        "With that fixed you can add my Reviewed-by tag.\n", reviewed(ANSWERED, true, false));
    assertGiven("If you fix the leak, you can add my R-b.\n", reviewed(ANSWERED, true, false));
    assertGiven("Looks good, Reviewed-by: " + VALUE + "\n", reviewed(ANSWERED, false, false));
    assertGiven("Feel free to push that with my reviewed-by.\n", reviewed(ANSWERED, false, false));
    assertGiven("Not a big deal, though, so my R-b stands.\n", reviewed(ANSWERED, false, false));
    assertGiven("My Reviewed-by still holds.\n", reviewed(ANSWERED, false, false));
    assertGiven("My R-b stands with the cast dropped.\n", reviewed(ANSWERED, true, false));
    assertGiven("Does my R-b still stand?\n");
    assertGiven("I don't think my R-b still stands.\n");
    assertGiven("Did you forget to add my Reviewed-by?\n");
    assertGiven("You dropped my Reviewed-by, why?\n");
    assertGiven("LGTM\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please drop my Reviewed-by.",
        "I withdraw my R-b.",
        "I take back my Reviewed-by.",
        "Please remove my Reviewed-by, this breaks."
      })
  void consentIsTakenBack(String text) {
    assertGiven(text + "\n", reviewed(ANSWERED, false, true));
  }

  @Test
  void whoTakesBackAnObjectionConsents() {
    assertGiven(
        "I withdraw my objection:\n\nReviewed-by: " + VALUE + "\n",
        reviewed(ANSWERED, false, false));
    assertGiven(
        "I withdraw this:\n\nReviewed-by: " + VALUE + "\n", reviewed(ANSWERED, false, true));
  }

  @Test
  void aListOfNamesIsOneTrailerEach() {
    String other = "Bob Other <bob@example.com>";
    assertGiven(
        "Reviewed-by: " + VALUE + ", " + other + "\n",
        reviewed(ANSWERED, false, false),
        new GivenTrailer(
            new Trailer("Reviewed-by", other),
            Kind.REVIEW,
            new Person("Bob Other", "bob@example.com"),
            false,
            ANSWERED,
            false,
            false));
  }

  @Test
  void aFoldedTrailerIsReadWhole() {
    assertGiven(
        "Reviewed-by: Rita Reviewer\n <rita@example.org>\n", reviewed(ANSWERED, false, false));
  }

  @Test
  void spellingOfTheTokenDoesNotMatter() {
    for (String token :
        List.of("reviewed-by", "Reviewed-By", "Reviewed-and-tested-by", "REVIEWED-BY")) {
      List<GivenTrailer> given = Mails.reply(token + ": " + VALUE + "\n").trailers();
      assertEquals(List.of(Kind.REVIEW), given.stream().map(GivenTrailer::kind).toList(), token);
    }
    assertEquals(Kind.ACK, Kind.of("Acked-and-tested-by"));
    assertEquals(Kind.ACK, Kind.of("Release-acked-by"));
    assertEquals(Kind.TEST, Kind.of("Compile-tested-by"));
    assertEquals(Kind.NACK, Kind.of("Nacked-by"));
    assertEquals(Kind.OTHER, Kind.of("Suggested-by"));
    assertEquals(Kind.OTHER, Kind.of("Signed-off-by"));
  }

  @Test
  void giverAndSenderAgreeByAddressOrName() {
    assertEquals(List.of(true), own("Reviewed-by: R. R. <RITA+kernel@Example.org>"));
    assertEquals(List.of(true), own("Reviewed-by: Reviewer, Rita <rr@other.example>"));
    assertEquals(List.of(true), own("Reviewed-by: Rita"));
    assertEquals(List.of(true), own("Reviewed-by: me"));
    assertEquals(List.of(false), own("Reviewed-by: Bob Other <bob@example.com>"));
  }

  private static List<Boolean> own(String text) {
    return Mails.reply(text + "\n").trailers().stream().map(GivenTrailer::fromGiver).toList();
  }
}
