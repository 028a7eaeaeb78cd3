package io.github.patchlane.mailinglist.delivery;

import static io.github.patchlane.mailinglist.compose.Proposal.RAY;
import static io.github.patchlane.mailinglist.compose.Proposal.patch;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.contribution.WebAddress;
import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.Plan;
import io.github.patchlane.core.plan.PlanRun;
import io.github.patchlane.core.plan.Step;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.ReviewEvent.Closed;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.mailinglist.MailingList;
import io.github.patchlane.mailinglist.compose.ComposeOptions;
import io.github.patchlane.mailinglist.compose.Proposal;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MailTargetTest {
  private static final String DIFF =
      """
      diff --git a/pump.c b/pump.c
      index 1111111..2222222 100644
      --- a/pump.c
      +++ b/pump.c
      @@ -1,3 +1,4 @@ int run(void)
       int run(void)
       {
      +	stop();
       }
      """;
  private static final String SECOND = DIFF.replace("pump.c", "valve.c");

  @TempDir Path scratch;

  private static Posting posting() {
    LineAnchor line = new LineAnchor(patch(1, "", "").id(), "pump.c", 3, LineAnchor.Side.NEW);
    return new Proposal()
        .round(
            "It never did.\n\nNow it does.",
            patch(1, "pump: stop\n\nIt ran on.\n", DIFF),
            patch(2, "valve: stop\n", SECOND))
        .says(
            RAY,
            "7",
            Optional.empty(),
            new MessageText.Passage("", "Check what it returns.", Optional.of(line)))
        .says(
            RAY,
            "8",
            Optional.empty(),
            Proposal.passages("Acked-by: Ray Reviewer <ray@example.org>").get(0))
        .round(
            "It never did.\n\nNow it does.",
            patch(3, "pump: stop\n\nIt ran on.\n", DIFF.replace("stop();", "return stop();")),
            patch(4, "valve: stop\n", SECOND))
        .posting();
  }

  private List<String> run(Delivery delivery, Journal journal) {
    try (MailTarget target = new MailTarget(delivery, ComposeOptions.DEFAULT)) {
      Plan plan = target.plan(posting());
      return new PlanRun(journal, wait -> {}, report -> {})
          .run(plan, target.outside()).stream().map(MailTargetTest::line).toList();
    }
  }

  private static String line(StepReport report) {
    return report.step().key() + ": " + report.outcome().label();
  }

  @Test
  void theListsReaderSeesTheSameContribution() {
    Path mbox = scratch.resolve("a.mbox");
    assertEquals(
        List.of(
            "post v1 cover: performed",
            "post v1 patch 1: performed",
            "post v1 patch 2: performed",
            "post v2 cover: performed",
            "post v2 patch 1: performed",
            "post v2 patch 2: performed",
            "say https://gitlab.example.org/group/project/-/merge_requests/12#note_7: performed",
            "say https://gitlab.example.org/group/project/-/merge_requests/12#note_8: performed"),
        run(MboxDelivery.open(mbox), Journal.inMemory()));
    try (MailingList list = MailingList.open(mbox.toString())) {
      List<Contribution> read = list.read().contributions();
      assertEquals(1, read.size());
      Contribution one = read.get(0);
      assertEquals("teach the pump to stop", one.title());
      assertEquals(
          List.of("v1: pump: stop, valve: stop", "v2: pump: stop, valve: stop"),
          one.revisions().stream()
              .map(
                  r ->
                      r.label()
                          + ": "
                          + r.patches().stream()
                              .map(p -> p.subject())
                              .collect(Collectors.joining(", ")))
              .toList());
      assertEquals(
          List.of("commented pump.c:3 v1", "approved Acked-by: Ray Reviewer <ray@example.org>"),
          one.events().stream()
              .filter(e -> e.by().person().equals(RAY))
              .map(MailTargetTest::told)
              .distinct()
              .toList());
    }
  }

  private static final WebAddress PAGE =
      new WebAddress("https://gitlab.example.org/group/project/-/merge_requests/12?round=1");

  /** A click on the merge request's page, which says nothing in words. */
  private static Act click(Person by) {
    return new Act(
        Proposal.START.plusSeconds(90_000),
        new Actor(by, false),
        OptionalInt.of(1),
        Optional.of(PAGE),
        PAGE);
  }

  private State stateAfter(Posting... postings) {
    Path mbox = scratch.resolve("ended.mbox");
    try (MailTarget target = new MailTarget(MboxDelivery.open(mbox), ComposeOptions.DEFAULT)) {
      for (Posting posting : postings) {
        new PlanRun(Journal.inMemory(), wait -> {}, report -> {})
            .run(target.plan(posting), target.outside());
      }
    }
    try (MailingList list = MailingList.open(mbox.toString())) {
      return list.read().contributions().get(0).state();
    }
  }

  private static Posting ended(ReviewEvent... events) {
    Proposal proposal = new Proposal().round("", patch(1, "pump: stop\n\nIt ran on.\n", DIFF));
    for (ReviewEvent event : events) {
      proposal.event(event);
    }
    return proposal.posting();
  }

  @Test
  void theListsReaderSeesHowItEnded() {
    assertEquals(
        State.WITHDRAWN,
        stateAfter(ended(new Closed(click(Proposal.ANN), Closed.Reason.WITHDRAWN))));
  }

  @Test
  void theListsReaderSeesThatItGaveWay() {
    assertEquals(
        State.SUPERSEDED, stateAfter(ended(new Closed(click(RAY), Closed.Reason.SUPERSEDED))));
  }

  /** Whoever takes patches may refuse them. */
  @Test
  void theListsReaderSeesThatAMaintainerClosedIt() {
    Posting other =
        new Proposal("valve", 13)
            .round("", patch(2, "valve: stop\n\nIt too.\n", SECOND))
            .event(new ReviewEvent.Accepted(click(RAY)))
            .posting();

    assertEquals(
        State.DECLINED, stateAfter(ended(new Closed(click(RAY), Closed.Reason.DECLINED)), other));
  }

  @Test
  void whatWasOpenedAgainIsNotSaidToHaveEnded() {
    Act later = click(RAY);
    Act reopened =
        new Act(
            later.at().plusSeconds(60), later.by(), later.revision(), later.on(), later.source());
    assertEquals(
        State.OPEN,
        stateAfter(
            ended(
                new Closed(click(Proposal.ANN), Closed.Reason.WITHDRAWN),
                new ReviewEvent.Reopened(reopened))));
  }

  @Test
  void aSeriesOfTheListThatGaveWayToAnotherIsSaidToHave() {
    MessageId other = new MessageId("other@example.org");
    Proposal proposal = new Proposal().round("", patch(1, "pump: stop\n\nIt ran on.\n", DIFF));
    Act act =
        new Act(
            Proposal.START.plusSeconds(90_000),
            new Actor(Proposal.ANN, false),
            OptionalInt.of(1),
            Optional.empty(),
            other);
    Posting posting =
        proposal
            .text(
                new MessageText(
                    other,
                    Optional.empty(),
                    Proposal.ANN,
                    act.at(),
                    "[PATCH 1/2] pump: stop, and more",
                    Proposal.passages("Notes.")))
            .event(new Closed(act, Closed.Reason.SUPERSEDED))
            .posting();

    try (MailTarget target = MailTargetTest.dry()) {
      Plan plan = target.plan(posting);
      assertEquals(
          List.of("left out: other@example.org, a posting of another series"), plan.remarks());
      Step last = plan.steps().get(plan.steps().size() - 1);
      assertEquals("Superseded by another one, see <other@example.org>\n", last.field("body"));
      assertNotEquals("other@example.org", last.field("message-id"));
    }
    assertEquals(State.SUPERSEDED, stateAfter(posting));
  }

  private static MailTarget dry() {
    return MailTarget.dry("mbox:any", ComposeOptions.DEFAULT);
  }

  private static String told(ReviewEvent event) {
    return event.type()
        + event
            .anchor()
            .map(a -> " " + a.path() + ":" + a.line() + " v" + event.act().revision().orElse(0))
            .orElse("")
        + event.trailer().map(t -> " " + t.line()).orElse("");
  }

  @Test
  void anotherRunFindsWhatIsThere() throws IOException {
    Path mbox = scratch.resolve("a.mbox");
    run(MboxDelivery.open(mbox), Journal.inMemory());
    byte[] once = Files.readAllBytes(mbox);
    assertEquals(
        Set.of("found"),
        run(MboxDelivery.open(mbox), Journal.inMemory()).stream()
            .map(l -> l.substring(l.lastIndexOf(' ') + 1))
            .collect(Collectors.toSet()));
    assertArrayEquals(once, Files.readAllBytes(mbox));
  }

  @Test
  void aWriterKilledAtAnyByteLosesAndDoublesNothing() throws IOException {
    Path mbox = scratch.resolve("a.mbox");
    run(MboxDelivery.open(mbox), Journal.inMemory());
    byte[] whole = Files.readAllBytes(mbox);
    Path torn = scratch.resolve("torn.mbox");
    for (int length = 0; length < whole.length; length += 7) {
      Files.write(torn, Arrays.copyOf(whole, length));
      run(MboxDelivery.open(torn), Journal.inMemory());
      int cut = length;
      assertArrayEquals(whole, Files.readAllBytes(torn), () -> "killed after byte " + cut);
    }
  }

  @Test
  void aMaildirGetsEachMailOnceWhateverItsReaderDoes() throws IOException {
    Path maildir = scratch.resolve("m");
    run(MaildirDelivery.open(maildir), Journal.inMemory());
    List<Path> there = files(maildir.resolve("new"));
    assertEquals(8, there.size());
    Path seen = there.get(0);
    Files.move(seen, maildir.resolve("cur").resolve(seen.getFileName() + ":2,S"));
    run(MaildirDelivery.open(maildir), Journal.inMemory());
    assertEquals(7, files(maildir.resolve("new")).size());
    assertEquals(List.of(), files(maildir.resolve("tmp")));
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.sorted().toList();
    }
  }

  @Test
  void aFileThatIsNoMboxIsLeftAlone() throws IOException {
    Path file = scratch.resolve("notes.txt");
    Files.writeString(file, "Remember the milk\n");
    UndeliverableMailException told =
        assertThrows(UndeliverableMailException.class, () -> MboxDelivery.open(file));
    assertEquals(
        file + " is there and is no mbox; name another file, it is left as it is",
        told.getMessage());
    assertEquals("Remember the milk\n", Files.readString(file));
  }

  @Test
  void twoWritersDoNotShareAnMbox() {
    Path mbox = scratch.resolve("a.mbox");
    try (MboxDelivery first = MboxDelivery.open(mbox)) {
      assertEquals("mbox:" + mbox, first.name());
      assertThrows(UndeliverableMailException.class, () -> MboxDelivery.open(mbox));
    }
  }

  @Test
  void mailsOfOthersInTheMboxStayAsTheyAre() throws IOException {
    Path mbox = scratch.resolve("a.mbox");
    String other =
        "From x Mon Jan  1 10:20:30 2024\nMessage-Id: <other@example.org>\nSubject: x\n\nhello\n\n";
    Files.writeString(mbox, other);
    run(MboxDelivery.open(mbox), Journal.inMemory());
    assertEquals(other, Files.readString(mbox).substring(0, other.length()));
  }
}
