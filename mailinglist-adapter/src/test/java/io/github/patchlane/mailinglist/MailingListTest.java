package io.github.patchlane.mailinglist;

import static io.github.patchlane.mailinglist.TestMail.adding;
import static io.github.patchlane.mailinglist.TestMail.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.identity.Mailmap;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.Corrections;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Problem;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailingListTest {
  private static final TestMail FIX =
      TestMail.of("fix", "Ann", 0, "[PATCH] fix it", patch("It was broken.", adding("a.c", "x")));
  private static final TestMail FIX_V2 =
      TestMail.of(
          "fix2", "Ann", 50, "[PATCH v2] fix it", patch("It was broken.", adding("a.c", "y")));
  private static final TestMail OTHER =
      TestMail.of("other", "Dan", 9, "[PATCH] mend that", patch("As well.", adding("b.c", "z")));

  @TempDir Path folder;
  private int archives;

  @Test
  void aCrossPostedMailInTwoArchivesIsOnePosting() {
    TestMail reply = TestMail.of("re", "Bob", 3, "Re: [PATCH] fix it", "Why?\n").answering("fix");
    String one = archive(FIX.with("List-Id: <one.example.org>"), reply);
    String two =
        archive(
            FIX.with("List-Id: <two.example.org>")
                .with("Received: from a by b; Mon, 4 Mar 2024 09:02:00 +0000"));

    assertEquals(
        """
        fix it by Ann: v1 posting 1=fix
        """,
        revisions(read(List.of(one, two), ReadOptions.DEFAULT)));
    assertEquals(List.of(), read(List.of(one, two), ReadOptions.DEFAULT).problems());
  }

  @Test
  void whoWatchesIsToldHowManyMailsWereRead() {
    List<Integer> told = new ArrayList<>();
    try (MailingList list = MailingList.open(archive(FIX, FIX_V2, OTHER))) {
      list.read(told::add);
    }
    assertEquals(List.of(3), told);
  }

  @Test
  void oneMessageIdWithOtherWordsIsOneDuplicateForEachWordingWhateverTheOrder() {
    TestMail later = FIX.at(FIX.at().plusSeconds(60));
    TestMail second = with(later, "Other words.\n");
    TestMail third = with(later, "Others again.\n");
    List<String> expected = List.of("duplicate fix@example.org", "duplicate fix@example.org");

    assertEquals(expected, problems(read(FIX, second, second, third)));
    assertEquals(expected, problems(read(second, third, second, FIX)));
    assertEquals(expected, problems(read(third, FIX, second)));
  }

  @Test
  void aReplyWhoseSubjectLostItsReIsAReply() {
    String quote =
        "Hello Ann,\n\nOn Mon, 4 Mar 2024 at 09:00, Ann\n<ann@example.org> wrote:\n> +x\n";
    Harvest harvest =
        read(
            FIX,
            TestMail.of("re", "Bob", 1, "[PATCH] fix it", "> +x\n\nWhy?\n").answering("fix"),
            TestMail.of("how", "Bob", 2, "[PATCH] fix it", quote + "\n" + adding("a.c", "z"))
                .answering("fix"));

    assertEquals("fix it by Ann: v1 posting 1=fix\n", revisions(harvest));
    assertEquals("commented Bob on fix v1\ncommented Bob on fix v1\n", events(harvest, "fix it"));
  }

  @Test
  void aPatchThatQuotesBelowItsScissorsOrInItsMessageIsAPatch() {
    String quote = "On Monday Ann wrote:\n> It was broken.\n\n";
    Harvest harvest =
        read(
            FIX,
            TestMail.of(
                    "cut",
                    "Bob",
                    1,
                    "[PATCH] mend that",
                    quote + "-- >8 --\n" + patch("As well.", adding("b.c", "z")))
                .answering("fix"),
            TestMail.of(
                    "cites",
                    "Dan",
                    2,
                    "[PATCH] undo it",
                    patch(
                        "The standard says:\n> so\nSigned-off-by: Dan <dan@example.org>",
                        adding("a.c", "w")))
                .answering("fix"));

    assertEquals(
        """
        fix it by Ann: v1 posting 1=fix
        mend that by Bob: v1 posting 1=cut
        undo it by Dan: v1 posting 1=cites
        """,
        revisions(harvest));
  }

  @Test
  void aReplyWithoutReferencesIsBroughtToThePostingOfItsSubject() {
    Harvest harvest =
        read(FIX, OTHER, TestMail.of("re", "Bob", 12, "Re: [PATCH] mend that", "Why?\n"));

    assertEquals("", events(harvest, "fix it"));
    assertEquals("commented Bob on other v1\n", events(harvest, "mend that"));
  }

  @Test
  void aReplyOlderThanEveryPostingOfItsSubjectIsNotBroughtThere() {
    Harvest harvest = read(FIX, TestMail.of("re", "Bob", -2, "Re: [PATCH] fix it", "Why?\n"));

    assertEquals("", events(harvest, "fix it"));
    assertEquals(List.of("orphan re@example.org"), problems(harvest));
  }

  @Test
  void aReplyToAPatchThatIsNotThereIsAnOrphan() {
    TestMail orphan =
        TestMail.of("re", "Bob", 5, "Re: [PATCH] lost", "Why?\n").answering("nowhere");
    Harvest harvest = read(FIX, orphan);

    assertEquals(
        List.of(
            new Problem(
                Problem.Kind.ORPHAN,
                harvest.problems().get(0).position(),
                "re@example.org",
                "Re: [PATCH] lost",
                "answers a patch that the archive does not hold; counted nowhere")),
        harvest.problems());
    assertEquals("", events(harvest, "fix it"));
  }

  @Test
  void theMailmapJoinsTwoAddresses() {
    TestMail moved =
        TestMail.of(
                "fix2", "Ann", 50, "[PATCH v2] fix it", patch("Now so.", adding("other.c", "y")))
            .from("A. N. <an@new.example.org>");
    ReadOptions mapped =
        ReadOptions.DEFAULT.withMailmap(
            Mailmap.parse("Ann <ann@example.org> <an@new.example.org>\n"));
    String archive = archive(FIX, moved);

    assertEquals(
        """
        fix it by Ann: v1 posting 1=fix
        fix it by A. N.: v2 posting 1=fix2
        """,
        revisions(read(List.of(archive), ReadOptions.DEFAULT)));
    assertEquals(
        """
        fix it by Ann: v1 posting 1=fix; v2 subject 1=fix2
        """,
        revisions(read(List.of(archive), mapped)));
  }

  @Test
  void aPersonKnowsBetterWhichPostingsBelongTogether() {
    String archive = archive(FIX, FIX_V2, OTHER);

    assertEquals(
        """
        fix it by Ann: v1 posting 1=fix; v2 subject 1=fix2
        mend that by Dan: v1 posting 1=other
        """,
        revisions(read(List.of(archive), ReadOptions.DEFAULT)));
    assertEquals(
        """
        fix it by Ann: v1 posting 1=fix
        mend that by Dan: v1 posting 1=other
        fix it by Ann: v2 posting 1=fix2
        """,
        revisions(corrected(archive, "different fix@example.org fix2@example.org")));
    assertEquals(
        """
        mend that by Ann: v1 posting 1=fix; v2 correction 1=other
        fix it by Ann: v2 posting 1=fix2
        """,
        revisions(
            corrected(
                archive,
                """
                same <fix@example.org> <other@example.org>
                different fix@example.org fix2@example.org
                different other@example.org fix2@example.org
                """)));
  }

  @Test
  void aPersonKnowsBetterWhoIsAMachine() {
    String archive =
        archive(
            FIX,
            TestMail.of("robo", "Bob", 1, "Re: [PATCH] fix it", "Why?\n").answering("fix"),
            TestMail.of("ci", "CI", 2, "Re: [PATCH] fix it", "Why?\n")
                .from("Patch CI <ci-bot@example.org>")
                .answering("fix"));

    assertEquals(
        "commented Bob on fix v1\ncommented Patch CI (bot) on fix v1\n",
        events(read(List.of(archive), ReadOptions.DEFAULT), "fix it"));
    assertEquals(
        "commented Bob (bot) on fix v1\ncommented Patch CI on fix v1\n",
        events(corrected(archive, "bot bob@example.org\nhuman ci-bot@example.org"), "fix it"));
  }

  @Test
  void somebodyElsesPatchInTheThreadIsACommentOnTheFirst() {
    TestMail rival =
        TestMail.of(
                "rival", "Dan", 4, "[PATCH] mend it otherwise", patch("So.", adding("b.c", "z")))
            .answering("fix");
    Harvest harvest = read(FIX, rival);

    assertEquals("commented Dan on fix v1\n", events(harvest, "fix it"));
    assertEquals("", events(harvest, "mend it otherwise"));
  }

  @Test
  void aConditionalTagCountsOnceTheNextRevisionCarriesIt() {
    String tag = "Reviewed-by: Bob <bob@example.org>";
    TestMail condition =
        TestMail.of(
                "re",
                "Bob",
                3,
                "Re: [PATCH] fix it",
                "If you rename it, then you can add\n\n" + tag)
            .answering("fix");
    TestMail carrying =
        TestMail.of(
            "fix2", "Ann", 50, "[PATCH v2] fix it", patch("Now.\n\n" + tag, adding("a.c", "y")));

    String given = "commented Bob on fix v1: " + tag + "\n";
    assertEquals(given, events(read(FIX, condition, FIX_V2), "fix it"));
    assertEquals(
        given + "approved Bob on fix2 v2: " + tag + "\n",
        events(read(FIX, condition, carrying), "fix it"));
  }

  @Test
  void aConditionalTagCountsAtOnceWhereItsGiverTookThePatch() {
    String tag = "Reviewed-by: Bob <bob@example.org>";
    TestMail taken =
        TestMail.of(
                "re",
                "Bob",
                3,
                "Re: [PATCH] fix it",
                "With the typo fixed:\n\n" + tag + "\n\nAnd committed.\n")
            .answering("fix");

    assertEquals(
        "accepted Bob on fix v1\napproved Bob on fix v1: " + tag + "\ncommented Bob on fix v1\n",
        events(read(FIX, taken), "fix it"));
  }

  @Test
  void anAdvisoryAndARobotsReportWithoutATagAreNoPatchesWhateverTheyHold() {
    String fix =
        patch("Fixes the hole.\n\nSigned-off-by: Ann <ann@example.org>", adding("b.c", "z"));
    Harvest harvest =
        read(
            FIX,
            TestMail.of(
                "hole", "Frob security team", 1, "Frob Security Advisory 7 v2 - a hole", fix),
            TestMail.of("found", "buildbot", 2, "[frob bisection] complete test", fix),
            TestMail.of("untagged", "Dan", 3, "close the hole", fix));

    assertEquals(
        List.of("close the hole by Dan: v1 posting 1=untagged", "fix it by Ann: v1 posting 1=fix"),
        revisions(harvest).lines().sorted().toList());
  }

  @Test
  void aPingIsAnAnswerOfTheAuthorEvenWithoutReferences() {
    Harvest harvest =
        read(
            FIX,
            TestMail.of("ping", "Ann", 30, "Ping\u00b2: [PATCH] fix it", "Anybody?\n"),
            TestMail.of("ping3", "Ann", 60, "[ping] [PATCH] fix it", "Anybody?\n")
                .answering("fix"));

    assertEquals("fix it by Ann: v1 posting 1=fix\n", revisions(harvest));
    assertEquals("commented Ann on fix v1\ncommented Ann on fix v1\n", events(harvest, "fix it"));
  }

  @Test
  void aPullRequestAcceptsThePatchesThatItLists() {
    TestMail pull =
        TestMail.of(
            "pull",
            "Mia",
            80,
            "[GIT PULL] fixes",
            """
            The following changes since commit 1111111111111111111111111111111111111111:

              start (2024-03-01 10:00:00 +0000)

            are available in the Git repository at:

              https://git.example.org/mia.git for-next

            for you to fetch changes up to 2222222222222222222222222222222222222222:

              fix it (2024-03-05 10:00:00 +0000)

            ----------------------------------------------------------------
            Ann (1):
                  fix it

             a.c | 1 +
            """);
    Harvest harvest = read(FIX, FIX_V2, OTHER, pull);

    assertEquals("accepted Mia on fix2 v2\n", events(harvest, "fix it"));
    assertEquals("", events(harvest, "mend that"));
  }

  @Test
  void noReplyIsOlderThanWhatItAnswers() {
    TestMail early = TestMail.of("re", "Bob", -2, "Re: [PATCH] fix it", "Why?\n").answering("fix");
    TestMail onIt = TestMail.of("re2", "Ann", -1, "Re: [PATCH] fix it", "So.\n").answering("re");
    Harvest harvest = read(FIX, early, onIt);

    assertEquals(2, harvest.clockFixes());
    assertEquals(
        List.of(TestMail.START, TestMail.START, TestMail.START),
        harvest.contributions().get(0).events().stream().map(ReviewEvent::at).toList());
  }

  @Test
  void aMailFromTheFutureIsNotTheEndOfObservation() {
    TestMail future =
        TestMail.of("future", "Eve", 0, "hello", "Hello.\n")
            .at(Instant.parse("2038-01-19T03:14:07Z"));

    assertEquals(Optional.of(OTHER.at()), read(FIX, OTHER, future).newest());
  }

  @Test
  void aPatchsContentIsWhatGitAmWouldTake() {
    String diff = adding("a.c", "caf\u00e9");
    TestMail sent =
        TestMail.of(
                "sent",
                "Ann",
                0,
                "[PATCH] not this one",
                "I wrote this in between.\n\n-- >8 --\n"
                    + "From: Dora <dora@example.org>\n"
                    + "Subject: fix the door\n\n"
                    + patch("It squeaked.\n\nReported-by: Bob <bob@example.org>", diff))
            .with("Content-Type: text/plain; charset=utf-8")
            .with("Content-Transfer-Encoding: 8bit");
    try (MailingList list = MailingList.open(archive(sent))) {
      list.read();

      assertEquals(
          Optional.of(
              new PatchContent(
                  new MessageId("sent@example.org"),
                  new Person("Dora", "dora@example.org"),
                  Optional.of(sent.at()),
                  "fix the door\n\nIt squeaked.\n\nReported-by: Bob <bob@example.org>\n",
                  diff.getBytes(StandardCharsets.UTF_8))),
          list.content(new MessageId("sent@example.org")));
    }
  }

  @Test
  void contentComesFromTheArchiveThatHoldsItWhereOneNameBeginsTheOther() {
    Path one = folder.resolve("list");
    Path two = folder.resolve("list-2");
    TestArchive.MBOX.open(one, List.of(FIX.text())).close();
    TestArchive.MBOX.open(two, List.of(OTHER.text())).close();
    try (MailingList list =
        MailingList.open(List.of(one.toString(), two.toString()), ReadOptions.DEFAULT)) {
      list.read();

      assertEquals(
          Optional.of("mend that\n\nAs well.\n"),
          list.content(new MessageId("other@example.org")).map(PatchContent::message));
    }
  }

  private static TestMail with(TestMail mail, String body) {
    return new TestMail(mail.id(), mail.from(), mail.at(), mail.subject(), mail.headers(), body);
  }

  private String archive(TestMail... mails) {
    Path path = folder.resolve("list-" + archives++ + ".mbox");
    TestArchive.MBOX.open(path, texts(List.of(mails))).close();
    return path.toString();
  }

  private static List<String> texts(List<TestMail> mails) {
    return mails.stream().map(TestMail::text).toList();
  }

  private static Harvest read(List<String> paths, ReadOptions options) {
    try (MailingList list = MailingList.open(paths, options)) {
      return list.read();
    }
  }

  /** Reads the mails as they come, and in three other orders, which must give the same. */
  private Harvest read(TestMail... mails) {
    Harvest harvest = read(List.of(archive(mails)), ReadOptions.DEFAULT);
    List<TestMail> shuffled = new ArrayList<>(List.of(mails));
    for (long seed = 0; seed < 3; seed++) {
      Collections.shuffle(shuffled, new Random(seed));
      Harvest again =
          read(List.of(archive(shuffled.toArray(TestMail[]::new))), ReadOptions.DEFAULT);
      assertEquals(harvest.contributions(), again.contributions());
      assertEquals(problems(harvest), problems(again));
      assertEquals(harvest.newest(), again.newest());
    }
    return harvest;
  }

  private static Harvest corrected(String archive, String corrections) {
    return read(
        List.of(archive),
        ReadOptions.DEFAULT.withCorrections(Corrections.parse("corrections", corrections)));
  }

  private static List<String> problems(Harvest harvest) {
    return harvest.problems().stream().map(p -> p.kind().label() + " " + p.id()).sorted().toList();
  }

  private static String revisions(Harvest harvest) {
    return harvest.contributions().stream()
        .map(
            c ->
                c.title()
                    + " by "
                    + c.submitter().name()
                    + ": "
                    + c.revisions().stream()
                        .map(MailingListTest::revision)
                        .collect(Collectors.joining("; "))
                    + "\n")
        .collect(Collectors.joining());
  }

  private static String revision(Revision r) {
    return r.label()
        + " "
        + r.evidence().kind().label()
        + " "
        + r.patches().stream()
            .map(p -> p.index() + "=" + local(p.id().value()))
            .collect(Collectors.joining(" "));
  }

  /** All events of the contribution of that title, revisions aside. */
  private static String events(Harvest harvest, String title) {
    Contribution contribution =
        harvest.contributions().stream()
            .filter(c -> c.title().equals(title))
            .findFirst()
            .orElseThrow();
    return contribution.events().stream()
        .filter(e -> !(e instanceof ReviewEvent.RevisionPosted))
        .map(
            e ->
                e.type()
                    + " "
                    + e.by().person().name()
                    + (e.by().bot() ? " (bot)" : "")
                    + e.act().on().map(on -> " on " + local(on.value())).orElse("")
                    + " v"
                    + e.act().revision().orElse(0)
                    + e.trailer().map(t -> ": " + t.line()).orElse("")
                    + "\n")
        .collect(Collectors.joining());
  }

  private static String local(String id) {
    return id.substring(0, id.indexOf('@'));
  }
}
