package io.github.patchlane.mailinglist.review;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.mailinglist.review.Verdict.Kind;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyVerdictsTest {
  private static List<Kind> kinds(String text) {
    return Mails.reply(text + "\n").verdicts().stream().map(Verdict::kind).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Applied, thanks!",
        "Thanks, applied to for-next.",
        "Queued, thanks.",
        "Patch merged.",
        "Pushed with minor changes.",
        "Merged with following changes:",
        "Thanks Ann, applied.",
        "I've picked up this series.",
        "Both patches queued for 6.9.",
        "To speed this up, I merged it with the diff below.",
        "This patch was applied to netdev/net.git (main).",
        "Hi Ann,\n\nnow pushed.",
        "... and complete series applied to frob.git for-linus",
        "It is now committed.",
        "And committed.",
        "I have added Bob's comment and committed the patch.",
        "I have committed everything in a branch for-next which will be merged once the tree opens."
      })
  void acceptanceIsHeard(String text) {
    assertEquals(List.of(Kind.ACCEPTED), kinds(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "This can be applied now.",
        "Not applied yet.",
        "When this is applied, the test fails.",
        "The patch does not apply, I had applied others before.",
        "Has this been applied?",
        "I applied this patch and ran the tests, they fail.",
        "Applied cleanly on my tree.",
        "It was merged in v6.1 by Linus.",
        "Applied your suggestion in v2.",
        "First this change (merged as 0a1b2c3d4) is failing here:",
        "I pushed a fix for that to my fork.",
        "I have looked at it and merged trees never had the bug.",
        "As this was meanwhile committed, which one do you prefer?",
        "It should now be pushed.",
        "LGTM",
        "> Applied, thanks!\n\nGreat.",
        "I'll send a v2.",
        "The device sends a NAK packet then.",
        "I am nacking the packet here."
      })
  void whatOnlySoundsLikeAVerdictIsNone(String text) {
    assertEquals(List.of(), kinds(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NACK",
        "NAK.",
        "So NACK from me.",
        "Nack, this breaks the ABI.",
        "I NAK this.",
        "Until then I am NACKing this."
      })
  void refusalIsHeard(String text) {
    assertEquals(List.of(Kind.NACK), kinds(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Please ignore this patch, it is wrong.",
        "Please disregard.\nPlease drop this series.",
        "Self-nack, there is a better way.",
        "I withdraw this patch."
      })
  void withdrawalIsHeard(String text) {
    assertEquals(List.of(Kind.WITHDRAWN), kinds(text));
  }

  @Test
  void whatIsQuotedWithItsMarksIndentedIsNobodysOwn() {
    assertEquals(
        List.of(),
        kinds(
            "From what was said:\n\n    > > I am NACKing this.\n    >\n    > Applied, thanks.\n"));
    assertEquals(List.of(Kind.ACCEPTED), kinds("    > > Is it in?\n\nApplied, thanks.\n"));
  }

  @Test
  void aPromiseOfAnotherVersionIsNoWithdrawal() {
    assertEquals(List.of(), kinds("Please ignore this patch, I'll resend it."));
    assertEquals(List.of(), kinds("Please ignore this patch and take v2 into account."));
  }

  @Test
  void acceptanceHasItsScopeAndCommits() {
    assertEquals(
        List.of(
            new Verdict(
                Kind.ACCEPTED,
                new Scope.Patches(List.of(1, 2)),
                "Applied patches 1-2, thanks!",
                List.of("0123abcd4567"))),
        Mails.reply("Applied patches 1-2, thanks!\n\nAs 0123abcd4567.\n").verdicts());
  }

  @Test
  void aThankYouMailListsWhatWasTaken() {
    Reply reply =
        Mails.reply(
            """
            On Mon, 02 Jan 2030 10:00:00 +0000, Ann Author wrote:
            > Counts frobs.

            Applied to for-next, thanks!

            [1/3] frob: count
                  https://git.example.org/x/c/0a1b2c3d4e5f
            [3/3] frob: test
                  commit: f5e4d3c2b1a0
            """);
    assertEquals(
        List.of(
            new Verdict(
                Kind.ACCEPTED,
                new Scope.Patches(List.of(1, 3)),
                "Applied to for-next, thanks!",
                List.of("0a1b2c3d4e5f", "f5e4d3c2b1a0"))),
        reply.verdicts());
  }

  @Test
  void machinesReportChecks() {
    Person robot = new Person("kernel test robot", "lkp@example.com");
    assertEquals(
        Optional.of(new CheckResult("kernel test robot", Optional.of(false))),
        Reply.read(
                Mails.from(
                    robot,
                    "Re: [PATCH] frob",
                    "Hi Ann,\n\nkernel test robot noticed the following build errors:\n"))
            .check());
    assertEquals(
        Optional.of(new CheckResult("Fi.CI.BAT", Optional.of(true))),
        Reply.read(
                Mails.from(
                    new Person("Patchwork", "patchwork@example.org"),
                    "\u2713 Fi.CI.BAT: success for frob: count",
                    "== Series Details ==\n"))
            .check());
    assertEquals(
        Optional.of(new CheckResult("checkpatch", Optional.of(false))),
        Reply.read(
                Mails.from(
                    new Person("", "test-report@example.org"),
                    "|WARNING| pw12 [PATCH] frob",
                    "Test-Label: checkpatch\nTest-Status: WARNING\n"))
            .check());
    assertEquals(Optional.empty(), Mails.reply("The build failed here.\n").check());
  }
}
