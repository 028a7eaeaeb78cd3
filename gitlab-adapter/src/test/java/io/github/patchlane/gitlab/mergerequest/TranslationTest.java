package io.github.patchlane.gitlab.mergerequest;

import static io.github.patchlane.gitlab.mergerequest.TestRequest.ANN;
import static io.github.patchlane.gitlab.mergerequest.TestRequest.BOB;
import static io.github.patchlane.gitlab.mergerequest.TestRequest.EVE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.diff.DiffStat;
import io.github.patchlane.core.metrics.Timeline;
import io.github.patchlane.core.metrics.Turn;
import io.github.patchlane.core.metrics.TurnSpan;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.gitlab.identity.User;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TranslationTest {
  @Test
  void opensWhenItIsCreated() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        0 v1 revision-posted by Ann Author
        """,
        new TestRequest().push(0, 1, "").told());
  }

  @Test
  void aRequestWithoutAnyVersionYetIsOneAllTheSame() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        0 v1 revision-posted by Ann Author
        """,
        new TestRequest().told());
  }

  @Test
  void aDraftOpensWhenItIsFirstMarkedReady() {
    assertEquals(
        """
        open, opened 500
        v1 rfc 0
        v2 rfc 300
        v3 proposal 500
        v4 proposal 900
        0 v1 revision-posted by Ann Author
        120 v1 commented by Bob Reviewer
        300 v2 revision-posted by Ann Author
        500 v3 revision-posted by Ann Author
        900 v4 revision-posted by Ann Author
        """,
        new TestRequest()
            .push(0, 1, "")
            .says(120, BOB, "Early days?")
            .push(300, 2, "")
            .system(500, ANN, "marked this merge request as **ready**")
            .system(600, ANN, "marked this merge request as **draft**")
            .system(700, ANN, "marked this merge request as **ready**")
            .push(900, 3, "")
            .told());
  }

  @Test
  void theWordsOfOlderServersMakeDraftsToo() {
    assertEquals(
        """
        open, opened 500
        v1 rfc 0
        v2 proposal 500
        0 v1 revision-posted by Ann Author
        500 v2 revision-posted by Ann Author
        """,
        new TestRequest()
            .push(0, 1, "")
            .system(500, ANN, "unmarked as a **Work In Progress**")
            .told());
  }

  @Test
  void aDraftThatWasNeverReadyIsAnRfc() {
    assertEquals(
        """
        open, opened 0
        v1 rfc 0
        0 v1 revision-posted by Ann Author
        """,
        new TestRequest().titled("Draft: mend it").push(0, 1, "").told());
    assertEquals(
        "mend it",
        new TestRequest().titled("Draft: [WIP] mend it").translated().contribution().title());
  }

  @Test
  void onceReadyItDoesNotBecomeAnRfcAgain() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        v2 proposal 900
        0 v1 revision-posted by Ann Author
        900 v2 revision-posted by Ann Author
        """,
        new TestRequest()
            .titled("Draft: mend it")
            .push(0, 1, "")
            .system(500, ANN, "marked this merge request as **draft**")
            .push(900, 2, "")
            .told());
  }

  @Test
  void pushesWithinAnHourAreOneUnlessAReviewerActsBetween() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        v2 proposal 61
        v3 proposal 90
        0 v1 revision-posted by Ann Author
        61 v2 revision-posted by Ann Author
        70 v2 commented by Ann Author
        80 v2 commented by Bob Reviewer
        90 v3 revision-posted by Ann Author
        """,
        new TestRequest()
            .push(0, 1, "")
            .push(30, 2, "")
            .push(60, 3, "")
            .push(61, 4, "")
            .says(70, ANN, "Wait.")
            .push(75, 5, "")
            .says(80, BOB, "Hm.")
            .push(90, 6, "")
            .told());
  }

  @Test
  void aRebaseOfEqualPatchIdsIsARefreshAndNoRound() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        v1 refresh 600
        v2 proposal 900
        0 v1 revision-posted by Ann Author
        700 v1 commented by Bob Reviewer
        900 v2 revision-posted by Ann Author
        """,
        new TestRequest()
            .push(0, 1, "same")
            .push(600, 2, "same")
            .says(700, BOB, "Fine so far.")
            .push(900, 3, "other")
            .told());
  }

  @Test
  void approvalsAndTheirWithdrawalComeFromWhatTheServerWrote() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        0 v1 revision-posted by Ann Author
        100 v1 approved by Bob Reviewer
        200 v1 approval-withdrawn by Bob Reviewer
        300 v1 approved by Bob Reviewer
        400 v1 changes-requested by Eve Keeper
        """,
        new TestRequest()
            .push(0, 1, "")
            .system(100, BOB, "approved this merge request")
            .system(200, BOB, "unapproved this merge request")
            .system(300, BOB, "approved this merge request")
            .system(400, EVE, "requested changes")
            .approvedNow(300, BOB)
            .told());
  }

  @Test
  void anApprovalInForceThatNoNoteTellsOfCountsToo() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        0 v1 revision-posted by Ann Author
        100 v1 approved by Bob Reviewer
        """,
        new TestRequest().push(0, 1, "").approvedNow(100, BOB).told());
  }

  @Test
  void aReviewersRequestForChangesComesWithTheLastThingTheyWrote() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        0 v1 revision-posted by Ann Author
        100 v1 commented by Bob Reviewer
        200 v1 changes-requested by Bob Reviewer
        200 v1 commented by Bob Reviewer
        """,
        new TestRequest()
            .push(0, 1, "")
            .says(100, BOB, "Why?")
            .says(200, BOB, "Not so.")
            .reviewer(BOB, "requested_changes")
            .reviewer(EVE, "requested_changes")
            .told());
  }

  @Test
  void trailersInNotesAreTheirWritersOwnConsent() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        0 v1 revision-posted by Ann Author
        100 v1 approved by Bob Reviewer Reviewed-by: Bob Reviewer <bob@example.org>
        200 v1 approved by Eve Keeper Acked-by: eve <eve@example.org>
        200 v1 commented by Eve Keeper
        300 v1 changes-requested by Eve Keeper Nacked-by: Eve Keeper
        400 v1 commented by Bob Reviewer
        500 v1 commented by Ann Author
        """,
        new TestRequest()
            .push(0, 1, "")
            .says(100, BOB, "**Reviewed-by: Bob Reviewer \\<bob@example.org>**\n")
            .says(200, EVE, "Good.\n\nAcked-by: eve <eve@example.org>")
            .says(300, EVE, "Nacked-by: Eve Keeper")
            .says(
                400,
                BOB,
                "Acked-by: Eve Keeper <eve@example.org>\n> Reviewed-by: Bob Reviewer\n```\n"
                    + "Reviewed-by: Bob Reviewer\n```\n    Tested-by: Bob Reviewer\nSigned-off-by:"
                    + " Bob Reviewer <bob@example.org>")
            .says(500, ANN, "Reviewed-by: Ann Author")
            .told());
  }

  @Test
  void whoClosesItSaysWhatItMeans() {
    assertEquals("withdrawn", closedBy(ANN, "Never mind."));
    assertEquals("declined", closedBy(EVE, "No."));
    assertEquals("declined", closedBy(User.GHOST, "No."));
    assertEquals("superseded", closedBy(ANN, "Superseded by !12"));
    assertEquals(
        "superseded", closedBy(EVE, "in favor of https://git.example.org/a/b/-/merge_requests/9"));
    assertEquals("open", closedBy(EVE, "Thanks, it is 1a2b3c4d5e."));
    assertEquals("open", closedBy(EVE, "Thanks, see https://x.example.org/commit/1a2b3c4d5e6f"));
    assertEquals("withdrawn", closedBy(ANN, "I see that 1a2b3c4d5e broke it."));
    assertEquals("open", closedBy(ANN, "Pushed as 1a2b3c4d5e."));
    assertEquals("declined", closedBy(EVE, "No, there are 1234567 of these, defaced already!"));
  }

  private static String closedBy(User user, String words) {
    return new TestRequest()
        .push(0, 1, "")
        .says(100, user, words)
        .changed(101, user, StateEvent.Change.CLOSED)
        .translated()
        .contribution()
        .state()
        .label();
  }

  @Test
  void mergingSaysThatItIsTakenAndGitWhetherItLanded() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        0 v1 revision-posted by Ann Author
        50 v1 closed withdrawn by Ann Author
        60 v1 reopened by Ann Author
        100 v1 accepted by Eve Keeper
        """,
        new TestRequest()
            .push(0, 1, "")
            .changed(50, ANN, StateEvent.Change.CLOSED)
            .changed(60, ANN, StateEvent.Change.REOPENED)
            .changed(100, EVE, StateEvent.Change.MERGED)
            .in("merged", TestRequest.at(100))
            .told());
  }

  @Test
  void olderServersTellOfEndsInNotesAndImportsInFieldsOnly() {
    String told =
        """
        open, opened 0
        v1 proposal 0
        0 v1 revision-posted by Ann Author
        100 v1 accepted by %s
        """;
    assertEquals(
        told.formatted("Eve Keeper"),
        new TestRequest()
            .push(0, 1, "")
            .system(100, EVE, "merged")
            .in("merged", TestRequest.at(100))
            .told());
    assertEquals(
        told.formatted("Ghost User"),
        new TestRequest().push(0, 1, "").in("merged", TestRequest.at(100)).told());
  }

  @Test
  void labelsAssignmentsAndMentionsAreNothing() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        0 v1 revision-posted by Ann Author
        """,
        new TestRequest()
            .push(0, 1, "")
            .system(10, EVE, "assigned to @bob")
            .system(20, EVE, "requested review from @bob")
            .system(30, EVE, "added ~3 label")
            .system(40, EVE, "mentioned in merge request !3")
            .system(50, EVE, "changed target branch from `main` to `next`")
            .system(60, EVE, "changed title from **a** to **b**")
            .told());
  }

  @Test
  void machinesAreTold() {
    User bot = TestRequest.user(9, "project_12_bot_3f2a", "deploys");
    User service = TestRequest.user(10, "service_account_group_4_ab", "helper");
    User flagged = new User(11, "helper", "Helper", Optional.empty(), true);
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        0 v1 revision-posted by Ann Author
        10 v1 commented by deploys (bot)
        20 v1 commented by helper (bot)
        30 v1 commented by Helper (bot)
        40 v1 checked true by GitLab CI (bot)
        """,
        new TestRequest()
            .push(0, 1, "")
            .says(10, bot, "Deployed.")
            .says(20, service, "Reviewed-by: helper")
            .says(30, flagged, "Hello.")
            .checked(40, 1, true)
            .told());
  }

  @Test
  void whoIsGoneIsAHumanAllTheSame() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        0 v1 revision-posted by Ann Author
        10 v1 commented by Ghost User
        """,
        new TestRequest().push(0, 1, "").says(10, User.GHOST, "Why?").told());
  }

  @Test
  void internalNotesAreNotPublicAndSaidToBeLeftOut() {
    Translated translated =
        new TestRequest().push(0, 1, "").saysToMembers(10, BOB, "Between us").translated();

    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        0 v1 revision-posted by Ann Author
        """,
        TestRequest.told(translated.contribution()));
    assertEquals(
        List.of("left out 1 internal notes: only members can read them"),
        translated.problems().stream().map(Problem::reason).toList());
  }

  @Test
  void placeholdersGoByTheirNameAndAreReported() {
    User moved = TestRequest.user(8, "ann_placeholder_user_4", "Placeholder Ann Author");
    Translated translated =
        new TestRequest().push(0, 1, "").says(10, moved, "It was me.").translated();

    assertEquals("Ann Author", translated.contribution().events().get(1).by().person().name());
    assertEquals(
        List.of(
            "@ann_placeholder_user_4 only stands for somebody who wrote before the project was"
                + " imported; taken by name, unless the file of users maps it"),
        translated.problems().stream().map(Problem::reason).toList());
  }

  @Test
  void nothingHappensBeforeItIsThere() {
    Translated translated = new TestRequest().push(0, 1, "").says(-60, BOB, "Why?").translated();

    assertEquals(1, translated.clockFixes());
    assertEquals(TestRequest.CREATED, translated.contribution().events().get(0).at());
  }

  @Test
  void aNoteThatTheServerMovedAlongWasWrittenAboutWhatWasThere() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        v2 proposal 200
        0 v1 revision-posted by Ann Author
        100 v1 commented by Bob Reviewer at a.c:5 on the diff
        200 v2 revision-posted by Ann Author
        300 v1 commented by Bob Reviewer at a.c:6 on the diff
        """,
        new TestRequest()
            .push(0, 1, "")
            .onLine(100, BOB, "moved to the second version", 2, 5)
            .push(200, 2, "")
            .onLine(300, BOB, "on the first version still", 1, 6)
            .told());
  }

  @Test
  void whoeverPushedIsNamed() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        v2 proposal 200
        0 v1 revision-posted by Ann Author
        200 v2 revision-posted by Eve Keeper
        """,
        new TestRequest()
            .push(0, 1, "")
            .push(200, 2, "")
            .system(200, EVE, "added 2 commits\n\n<ul><li>22222222 - a</li></ul>")
            .told());
  }

  @Test
  void anApprovalOfOneRoundIsNoneOfTheNext() {
    Contribution contribution =
        new TestRequest()
            .push(0, 1, "")
            .system(100, BOB, "approved this merge request")
            .says(110, BOB, "Acked-by: Bob Reviewer")
            .push(500, 2, "")
            .translated(onePatchEach())
            .contribution();

    Timeline timeline = Timeline.of(contribution, TestRequest.at(600)).orElseThrow();
    List<TurnSpan> turns = timeline.turns();
    assertEquals(Turn.Reason.POSTED, turns.get(turns.size() - 1).turn().reason());
    Timeline before = Timeline.of(contribution, TestRequest.at(200)).orElseThrow();
    turns = before.turns();
    assertEquals(Turn.Reason.APPROVED, turns.get(turns.size() - 1).turn().reason());
  }

  @Test
  void equalPatchIdsInGitMakeARefreshWhateverTheServerSays() {
    assertEquals(
        List.of("proposal", "refresh"),
        new TestRequest()
                .push(0, 1, "x")
                .push(500, 2, "y")
                .translated(
                    new StubPatches(version -> List.of(patch(version.head().orElseThrow(), "c"))))
                .contribution()
                .revisions()
                .stream()
                .map(r -> r.kind().label())
                .toList());
  }

  private static VersionPatches onePatchEach() {
    return new StubPatches(
        version -> {
          CommitId head = version.head().orElseThrow();
          return List.of(patch(head, head.value().substring(0, 1)));
        });
  }

  private static Patch patch(CommitId id, String patchId) {
    return new Patch(
        1,
        OptionalInt.of(1),
        id,
        "mend it",
        new Person("Ann Author", ""),
        Optional.of(new PatchId(patchId.repeat(40))),
        Optional.empty(),
        DiffStat.EMPTY);
  }

  private record StubPatches(Function<DiffVersion, List<Patch>> given) implements VersionPatches {
    @Override
    public Optional<List<Patch>> patches(DiffVersion version) {
      return Optional.of(given.apply(version));
    }

    @Override
    public Optional<byte[]> diff(SourceId patch) {
      return Optional.empty();
    }
  }
}
