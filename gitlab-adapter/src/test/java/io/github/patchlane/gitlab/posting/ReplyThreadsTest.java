package io.github.patchlane.gitlab.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.diff.NetChange;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.plan.Step;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.MessageText.Passage;
import io.github.patchlane.core.source.Obstacle;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.core.source.Posting.Branch;
import io.github.patchlane.core.source.Posting.BranchPatch;
import io.github.patchlane.core.source.Posting.Round;
import io.github.patchlane.gitlab.written.WrittenText;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One patch, and replies to it. */
class ReplyThreadsTest {
  private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");
  private static final Person ANN = new Person("Ann Author", "ann@example.org");
  private static final Person BOB = new Person("Bob Reviewer", "bob@example.org");
  private static final MessageId PATCH = new MessageId("p1@example.org");

  @TempDir Path directory;
  private PatchContent content;
  private Branch branch;
  private LineAnchor line;
  private final List<ReviewEvent> events = new ArrayList<>();
  private final Map<SourceId, MessageText> texts = new LinkedHashMap<>();

  @BeforeEach
  void aPatch() throws IOException {
    try (InventedRepository repository = InventedRepository.open(directory)) {
      String message = "lib: mend\n\nIt was broken.\n";
      InventedRepository.Made made =
          repository.commit(repository.base(), message, ANN, NOON, new Random(1));
      content = new PatchContent(PATCH, ANN, Optional.of(NOON), message, made.diff());
      branch =
          new Branch(
              new CommitId(repository.base()),
              List.of(new BranchPatch(PATCH, new CommitId(made.commit()))));
      var file = UnifiedDiff.parse(made.diff()).files().get(0);
      line =
          new LineAnchor(PATCH, file.path(), file.hunks().get(0).newStart(), LineAnchor.Side.NEW);
    }
  }

  private void reply(String id, Person by, Optional<String> answers, Passage... passages) {
    MessageId mail = new MessageId(id + "@example.org");
    texts.put(
        mail,
        new MessageText(
            mail,
            Optional.of(answers.map(a -> new MessageId(a + "@example.org")).orElse(PATCH)),
            by,
            NOON.plusSeconds(60L * texts.size()),
            "Re: [PATCH] lib: mend",
            List.of(passages)));
  }

  private Act act(String mail, Person by) {
    return new Act(
        NOON,
        new Actor(by, false),
        OptionalInt.of(1),
        Optional.of(PATCH),
        new MessageId(mail + "@example.org"));
  }

  private static Passage words(String text) {
    return new Passage("", text, Optional.empty());
  }

  private Passage onLine(String text) {
    return new Passage("> +\tquoted", text, Optional.of(line));
  }

  private PlanDraft plan(boolean applies) {
    UnifiedDiff diff = UnifiedDiff.parse(content.diff());
    Patch patch =
        new Patch(
            1,
            OptionalInt.of(1),
            PATCH,
            "lib: mend",
            ANN,
            diff.patchId(),
            NetChange.of(diff),
            diff.stat());
    Revision revision =
        new Revision(
            1,
            "v1",
            Revision.Kind.PROPOSAL,
            NOON,
            Optional.empty(),
            Optional.empty(),
            List.of(patch),
            List.of(),
            new Evidence(Evidence.Kind.POSTING, 1, "posted"));
    Contribution contribution =
        new Contribution(
            ContributionId.ofMail(PATCH),
            Lane.MAILING_LIST,
            "lib: mend",
            ANN,
            NOON,
            State.OPEN,
            List.of(revision),
            events,
            List.of());
    Round round =
        new Round(
            revision,
            List.of(content),
            applies ? Optional.of(branch) : Optional.empty(),
            applies ? Optional.empty() : Optional.of(new Obstacle.NoBase("does not fit")),
            Optional.empty());
    Posting posting = new Posting(contribution, List.of(round), texts);
    PlanDraft draft = new PlanDraft();
    draft.add(PlanDraft.OPEN, Actions.OPEN, "open", Map.of(), List.of());
    try (GitRepository repository = GitRepository.open(directory.toString())) {
      ReplyThreads threads =
          new ReplyThreads(
              posting,
              draft,
              new Signature(new ArchiveLinks(Optional.empty())),
              new Places(repository));
      texts.values().forEach(threads::add);
    }
    return draft;
  }

  /** Each step after the first: what it does, to which thread, and its words below the head. */
  private static List<String> told(PlanDraft draft) {
    return draft.steps().stream().skip(1).map(ReplyThreadsTest::told).toList();
  }

  private static String told(Step step) {
    String thread = step.payload().getOrDefault(Fields.THREAD, "");
    String text = WrittenText.plain(step.payload().getOrDefault(Fields.BODY, ""));
    return step.action()
        + (thread.isEmpty() ? "" : " in " + thread)
        + ": "
        + text.substring(text.indexOf("\n\n") + 2);
  }

  private static String head(Step step) {
    String text = WrittenText.plain(step.field(Fields.BODY));
    return text.substring(0, text.indexOf("\n\n"));
  }

  @Test
  void aReplyBeginsAThreadAndItsAnswersStandInIt() {
    reply("a", BOB, Optional.empty(), words("Why?"));
    reply("b", ANN, Optional.of("a"), words("Because."));
    reply("c", BOB, Optional.of("b"), words("I see."));
    PlanDraft draft = plan(true);

    assertEquals(
        List.of(
            "thread: Why?",
            "reply in text a@example.org: Because.",
            "reply in text a@example.org: I see."),
        told(draft));
    assertTrue(
        head(draft.steps().get(3)).contains("answering Ann Author <ann@example.org>"),
        head(draft.steps().get(3)));
  }

  @Test
  void wordsOnALineBeginAThreadThereThatAnswersOnTheSameLineJoin() {
    reply("a", BOB, Optional.empty(), onLine("Off by one."), words("Else fine."));
    reply("b", ANN, Optional.of("a"), onLine("Right."));
    PlanDraft draft = plan(true);

    assertEquals(
        List.of(
            "diff-discussion: Off by one.",
            "reply in line-1 a@example.org: Else fine.",
            "reply in line-1 a@example.org: Right."),
        told(draft));
    Map<String, String> place = draft.steps().get(1).payload();
    assertEquals(
        List.of(branch.head().value(), line.path(), line.path(), String.valueOf(line.line())),
        List.of(
            place.get(Fields.HEAD),
            place.get(Fields.OLD_PATH),
            place.get(Fields.NEW_PATH),
            place.get(Fields.NEW_LINE)));
    assertEquals(List.of(), draft.remarks());
  }

  @Test
  void aLineOfARevisionWithoutABranchIsQuotedAndSaid() {
    reply("a", BOB, Optional.empty(), onLine("Off by one."));
    PlanDraft draft = plan(false);

    Step step = draft.steps().get(1);
    assertEquals(Actions.THREAD, step.action());
    String quoted = WrittenText.firstVerbatim(step.field(Fields.BODY));
    assertTrue(quoted.startsWith(line.path()) && quoted.contains("@@ "), quoted);
    assertEquals(
        List.of(
            "a comment on "
                + line.path()
                + ":"
                + line.line()
                + " (a@example.org) becomes a thread without a line, quoting the hunk: its revision"
                + " has no branch"),
        draft.remarks());
  }

  @Test
  void aTagAloneIsAVerdictAndNoWords() {
    Trailer tag = new Trailer("Reviewed-by", "Bob Reviewer <bob@example.org>");
    reply("a", BOB, Optional.empty(), words(tag.line()));
    events.add(new ReviewEvent.Approved(act("a", BOB), Optional.of(tag)));

    assertEquals(
        List.of(
            "approve-as-note: Bob Reviewer approves v1 patch 1/1 “lib: mend”.\n\n" + tag.line()),
        told(plan(true)));
  }

  @Test
  void aTagAmongWordsIsBoth() {
    Trailer tag = new Trailer("Acked-by", "Bob Reviewer <bob@example.org>");
    reply("a", BOB, Optional.empty(), words("Nice.\n\n" + tag.line()));
    events.add(new ReviewEvent.Approved(act("a", BOB), Optional.of(tag)));

    assertEquals(
        List.of(
            "thread: Nice.\n\n" + tag.line(),
            "approve-as-note in text a@example.org: Bob Reviewer approves v1 patch 1/1 “lib:"
                + " mend”.\n\n"
                + tag.line()),
        told(plan(true)));
  }

  @Test
  void aRefusalSaysThatItIsOne() {
    reply("a", BOB, Optional.empty(), words("NACK."));
    events.add(new ReviewEvent.ChangesRequested(act("a", BOB), Optional.empty()));

    assertEquals(
        List.of(
            "thread: NACK.",
            "verdict-as-note in text a@example.org: Bob Reviewer requests changes to v1 patch 1/1"
                + " “lib: mend”."),
        told(plan(true)));
  }

  @Test
  void aChecksResultIsAStatusUnlessItSaysNothingNew() {
    for (String mail : List.of("a", "b", "c")) {
      reply(mail, BOB, Optional.empty(), words("Result of " + mail));
      events.add(new ReviewEvent.Checked(act(mail, BOB), "build", Optional.of(mail.equals("c"))));
    }

    assertEquals(
        List.of("failed", "success"),
        plan(true).steps().stream()
            .filter(step -> step.action().equals(Actions.STATUS))
            .map(step -> step.field(Fields.STATE))
            .toList());
  }

  @Test
  void anAnswerToAnUnknownMailBeginsAThread() {
    reply("b", ANN, Optional.of("never-seen"), words("As I said."));

    assertEquals(List.of("thread: As I said."), told(plan(true)));
  }

  @Test
  void everyMailIsThereThoughItSaysNothing() {
    reply("a", BOB, Optional.empty());

    assertEquals(1, told(plan(true)).size());
  }
}
