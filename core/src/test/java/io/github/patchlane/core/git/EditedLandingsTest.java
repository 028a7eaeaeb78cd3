package io.github.patchlane.core.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Trailer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What maintainers do to a patch on its way in, and what only looks as if they had. */
class EditedLandingsTest {
  private static final String DRIVER =
      """
      int frob_open(struct frob *frob)
      {
        if (frob->users > 0)
          return -EBUSY;
        frob->users++;
        return 0;
      }
      """;
  private static final String CLOSE =
      """
      int frob_close(struct frob *frob)
      {
        if (frob->users == 0)
          return -EINVAL;
        frob->users--;
        frob_wake_waiters(frob);
        return 0;
      }
      """;
  private static final String RESET =
      """
      void frob_reset(struct frob *frob)
      {
        spin_lock(&frob->lock);
        frob->generation++;
        spin_unlock(&frob->lock);
      }
      """;

  @TempDir private Path directory;
  private LandingStory story;

  @BeforeEach
  void aDriverAndAHistory() {
    story = new LandingStory(directory.resolve("r.git"));
    story.write("drivers/frob.c", DRIVER).write("drivers/grob.c", DRIVER.replace("frob", "grob"));
    story.write("doc/frob.txt", "frob: to frobnicate\n").commit("start", Duration.ofDays(-30));
  }

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void aPrefixInTheTitleAndAnEditedLineAreNoOtherPatch() {
    story.post("v1@x", "frob: let users close it", "drivers/frob.c", DRIVER + CLOSE);
    String commit =
        story
            .write("drivers/frob.c", DRIVER + CLOSE.replace("-EINVAL", "-EBADF"))
            .commit("drivers/frob: Let users close it", Duration.ofDays(2));
    assertEquals(List.of("v1@x " + commit + " similarity whole"), story.landings());
  }

  @Test
  void theRoundThatTheCommitIsMostLikeLanded() {
    story.post("v1@x", "frob: let users close it", "drivers/frob.c", DRIVER + CLOSE);
    story.nextRound(Duration.ofHours(20));
    story.post("v2@x", "frob: let users close it", "drivers/frob.c", DRIVER + CLOSE + RESET);
    String commit =
        story
            .write("drivers/frob.c", DRIVER + CLOSE.replace("-EINVAL", "-EBADF"))
            .commit("frob: let users close it", Duration.ofDays(2));
    assertEquals(List.of("v1@x " + commit + " subject-author whole"), story.landings());
  }

  @Test
  void aTypoFixedInTheOnlyLineStillSharesItsWords() {
    story.post("a@x", "doc: explain frobbing", "doc/frob.txt", "frob: to frobnicate gentlely\n");
    String commit =
        story
            .write("doc/frob.txt", "frob: to frobnicate gently\n")
            .commit("doc: Explain frobbing.", Duration.ofDays(1));
    assertEquals(List.of("a@x " + commit + " subject-author whole"), story.landings());
  }

  @Test
  void aPatchIsFoundInTheCommitsThatItWasSplitInto() {
    story.post("a@x", "frob: close and reset", "drivers/frob.c", DRIVER + CLOSE + RESET);
    String first =
        story.write("drivers/frob.c", DRIVER + CLOSE).commit("frob: close", Duration.ofDays(3));
    String second =
        story
            .write("drivers/frob.c", DRIVER + CLOSE + RESET)
            .commit("frob: reset", Duration.ofDays(3).plusMinutes(1));
    assertEquals(
        List.of("a@x " + first + " similarity part", "a@x " + second + " similarity part"),
        story.landings());
  }

  @Test
  void patchesOfASeriesAreFoundInTheCommitTheyWereSquashedInto() {
    story.post("1@x", "frob: close", "drivers/frob.c", DRIVER + CLOSE);
    story.apply();
    story.post("2@x", "frob: reset", "drivers/frob.c", DRIVER + CLOSE + RESET);
    story.undo();
    String commit =
        story
            .write("drivers/frob.c", DRIVER + CLOSE + RESET)
            .commit("frob: close and reset", Duration.ofDays(3));
    assertEquals(
        List.of("1@x " + commit + " similarity joined", "2@x " + commit + " similarity joined"),
        story.landings());
  }

  @Test
  void aPatchTakenOverByAnotherSenderLandsAsTheirs() {
    story.post("v1@x", "frob: let users close it", "drivers/frob.c", DRIVER + CLOSE);
    story.by("Bea Stone", "bea@example.org").nextEffort(Duration.ofDays(5));
    story.post("v2@x", "frob: let users close it", "drivers/frob.c", DRIVER + CLOSE + RESET);
    String commit =
        story
            .write("drivers/frob.c", DRIVER + CLOSE + RESET)
            .commit("frob: let users close it", Duration.ofDays(7));
    assertEquals(List.of("v2@x " + commit + " patch-id whole"), story.landings());
  }

  @Test
  void whatIsRevertedIsToldSoAndLandsAgain() {
    story.post("a@x", "frob: close", "drivers/frob.c", DRIVER + CLOSE);
    String first = story.write("drivers/frob.c", DRIVER + CLOSE).commit("frob: close", days(1));
    String revert =
        story
            .write("drivers/frob.c", DRIVER)
            .commit("Revert \"frob: close\"\n\nThis reverts commit " + first + ".\n", days(2));
    String again = story.write("drivers/frob.c", DRIVER + CLOSE).commit("frob: close", days(3));
    assertEquals(
        List.of(
            "a@x " + first + " patch-id whole, reverted by " + revert,
            "a@x " + again + " patch-id again"),
        story.landings());
  }

  @Test
  void aRevertOfTheRevertBringsThePatchBack() {
    story.post("a@x", "frob: close", "drivers/frob.c", DRIVER + CLOSE);
    String first = story.write("drivers/frob.c", DRIVER + CLOSE).commit("frob: close", days(1));
    String revert =
        story.write("drivers/frob.c", DRIVER).commit("Revert \"frob: close\"\n", days(2));
    String back =
        story
            .write("drivers/frob.c", DRIVER + CLOSE)
            .commit("Reapply \"frob: close\"\n\nThis reverts commit " + revert + ".\n", days(3));
    assertEquals(
        List.of(
            "a@x " + first + " patch-id whole, reverted by " + revert,
            "a@x " + back + " patch-id again"),
        story.landings());
  }

  @Test
  void aNewPostingAfterTheRevertIsWhatLandsThen() {
    story.post("v1@x", "frob: close", "drivers/frob.c", DRIVER + CLOSE);
    String first = story.write("drivers/frob.c", DRIVER + CLOSE).commit("frob: close", days(1));
    String revert =
        story
            .write("drivers/frob.c", DRIVER)
            .commit("Revert \"frob: close\"\n\nThis reverts commit " + first + ".\n", days(2));
    story.nextRound(days(3));
    story.post("v2@x", "frob: close", "drivers/frob.c", DRIVER + CLOSE);
    String again = story.write("drivers/frob.c", DRIVER + CLOSE).commit("frob: close", days(4));
    assertEquals(
        List.of(
            "v1@x " + first + " patch-id whole, reverted by " + revert,
            "v2@x " + again + " patch-id whole"),
        story.landings());
  }

  @Test
  void aPostedRevertIsNotThePatchThatItReverts() {
    String first = story.write("drivers/frob.c", DRIVER + CLOSE).commit("frob: close", days(-2));
    story.post("r@x", "Revert \"frob: close\"", "drivers/frob.c", DRIVER);
    assertEquals(List.of(), story.landings());
    String revert =
        story
            .write("drivers/frob.c", DRIVER)
            .commit("Revert \"frob: close\"\n\nThis reverts commit " + first + ".\n", days(2));
    assertEquals(List.of("r@x " + revert + " patch-id whole"), story.landings());
  }

  @Test
  void aCopyOnAnotherBranchIsABackport() {
    story.branch("stable");
    story.post("a@x", "frob: close", "drivers/frob.c", DRIVER + CLOSE);
    String landed = story.write("drivers/frob.c", DRIVER + CLOSE).commit("frob: close", days(1));
    story.checkout("stable");
    String equal = story.write("drivers/frob.c", DRIVER + CLOSE).commit("frob: close", days(2));
    assertEquals(
        List.of("a@x " + landed + " patch-id whole", "a@x " + equal + " patch-id backport"),
        story.landings("main", "stable"));
    assertEquals(List.of("a@x " + equal + " patch-id whole"), story.landings("stable"));
  }

  @Test
  void aBackportThatWasAdaptedIsKnownByTheCommitItNames() {
    story.branch("stable");
    story.post("a@x", "frob: close", "drivers/frob.c", DRIVER + CLOSE);
    String landed = story.write("drivers/frob.c", DRIVER + CLOSE).commit("frob: close", days(1));
    story.checkout("stable");
    String adapted =
        story
            .write("drivers/oldfrob.c", RESET)
            .commit("oldfrob: close\n\n(cherry picked from commit " + landed + ")\n", days(9));
    assertEquals(
        List.of("a@x " + landed + " patch-id whole", "a@x " + adapted + " link backport"),
        story.landings("main", "stable"));
  }

  @Test
  void whatRecursUnderOneTitleIsNotOnePatch() {
    story.write("MAINTAINERS", "FROB\nM: Ada Lowe\nGROB\nM: Max Keeper\n");
    story.write("Makefile", "NAME = frob\nVERSION = 1.3\n").commit("base", days(-20));
    story.post("m@x", "Update MAINTAINERS", "MAINTAINERS", "FROB\nM: Bea Stone\nGROB\nM: Max\n");
    story.post("b@x", "Bump version to 1.4", "Makefile", "NAME = frob\nVERSION = 1.4\n");
    story
        .write("MAINTAINERS", "FROB\nM: Ada Lowe\nGROB\nM: Max Keeper\nTROB\nL: trob@example.org\n")
        .commit("Update MAINTAINERS", days(70));
    story.write("Makefile", "NAME = frob\nVERSION = 1.5\n").commit("Bump version to 1.5", days(60));
    assertEquals(List.of(), story.landings());
  }

  @Test
  void translationsOfOneTitleWithOtherTextsAreNotOnePatch() {
    story.write("po/fr.po", "msgid \"open\"\nmsgstr \"ouvrir\"\n").commit("base", days(-20));
    story.post(
        "t@x", "l10n: fr.po update", "po/fr.po", "msgid \"open\"\nmsgstr \"ouvrir la porte\"\n");
    story
        .write(
            "po/fr.po",
            "msgid \"open\"\nmsgstr \"ouvrir\"\nmsgid \"save as\"\nmsgstr \"enregistrer\"\n")
        .commit("l10n: fr.po update", days(200));
    assertEquals(List.of(), story.landings());
  }

  @Test
  void oneChangeInManyPlacesIsAPatchForEachPlace() {
    story.post("f@x", "frob: let users close it", "drivers/frob.c", DRIVER + CLOSE);
    story
        .write("drivers/grob.c", DRIVER.replace("frob", "grob") + CLOSE)
        .commit("grob: let users close it", days(2));
    assertEquals(List.of(), story.landings());
  }

  @Test
  void aCommitGoesToThePatchItFitsBestWhateverTheOrder() {
    story.post("f@x", "drivers: let users close it", "drivers/frob.c", DRIVER + CLOSE);
    story.nextEffort(Duration.ofMinutes(1));
    story.post(
        "g@x",
        "drivers: let users close it",
        "drivers/grob.c",
        DRIVER.replace("frob", "grob") + CLOSE.replace("frob", "grob"));
    String grob =
        story
            .write(
                "drivers/grob.c",
                DRIVER.replace("frob", "grob") + CLOSE.replace("frob", "grob").replace("EI", "EN"))
            .commit("drivers: let users close it", days(2));
    String frob =
        story
            .write("drivers/frob.c", DRIVER + CLOSE.replace("EI", "EN"))
            .commit("drivers: let users close it", days(3));
    assertEquals(
        List.of("g@x " + grob + " subject-author whole", "f@x " + frob + " subject-author whole"),
        story.landings());
  }

  @Test
  void withoutASourceToAskTitlesAuthorsAndFilesMustDo() {
    story.post("a@x", "frob: let users close it", "drivers/frob.c", DRIVER + CLOSE);
    String commit =
        story.write("drivers/frob.c", DRIVER + RESET).commit("frob: let users close it", days(2));
    assertEquals(List.of("a@x " + commit + " subject-author whole"), story.landingsUnseen());
  }

  @Test
  void partsAndCopiesDoNotMakeAPatchLandTwice() {
    assertEquals(
        List.of(true, true, true, false, false),
        List.of(Landing.Role.values()).stream().map(Landing.Role::counts).toList());
  }

  private static Duration days(int days) {
    return Duration.ofDays(days);
  }

  @Test
  void theTrailersThatNamePeopleComeWithTheCommit() {
    story.post("a@x", "lamp: dim", "lamp.c", "int dim;\n");
    story
        .write("lamp.c", "int dim;\n")
        .commit(
            "lamp: dim\n\nReported-by: nobody here\n\nWords.\n\nFixes: 1234\n"
                + "Reviewed-by: Max <max@example.org>\nSigned-off-by: Ada <ada@example.org>",
            Duration.ofDays(2));

    assertEquals(
        List.of(
            List.of(
                new Trailer("Reviewed-by", "Max <max@example.org>"),
                new Trailer("Signed-off-by", "Ada <ada@example.org>"))),
        story.trailers());
  }
}
