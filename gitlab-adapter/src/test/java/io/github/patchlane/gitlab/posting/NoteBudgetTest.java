package io.github.patchlane.gitlab.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.plan.Step;
import io.github.patchlane.gitlab.posting.PlanDraft.Piece;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class NoteBudgetTest {
  private static final Instant NOON = Instant.parse("2030-01-02T12:00:00Z");

  private final PlanDraft draft = new PlanDraft();

  NoteBudgetTest() {
    draft.add(PlanDraft.OPEN, Actions.OPEN, "open", Map.of(Fields.TITLE, "t"), List.of());
  }

  private static Piece piece(int number) {
    MessageId mail = new MessageId("m" + number + "@example.org");
    return new Piece(mail, 1, "text", NOON.plusSeconds(number), "text " + number);
  }

  private String thread(int number, String words) {
    return draft.thread(Actions.THREAD, piece(number), words, text -> text);
  }

  private static List<String> keys(List<Step> steps) {
    return steps.stream().map(Step::key).toList();
  }

  @Test
  void asManyAsArePossibleStayAsTheyAre() {
    for (int i = 0; i < 6; i++) {
      thread(i, "words " + i);
    }

    assertEquals(draft.steps(), NoteBudget.within(draft, 6));
    assertEquals(List.of(), draft.remarks());
  }

  @Test
  void theLastTextsOfALongTalkStandInOneNoteInTheirOrder() {
    String first = thread(0, "words 0");
    thread(1, "words 1");
    draft.reply(Actions.REPLY, piece(2), first, "words 2", text -> text);
    thread(3, "words 3");
    thread(4, "words 4");
    draft.add("close", Actions.CLOSE, "close", Map.of(Fields.STATE, "closed"), List.of("open"));

    List<Step> kept = NoteBudget.within(draft, 4);

    assertEquals(
        List.of(
            "open",
            "text m0@example.org",
            "text m1@example.org",
            "bundle text m2@example.org",
            "close"),
        keys(kept));
    Step bundle = kept.get(3);
    String marker = "<!-- patchlane:v1 mid=<m2@example.org> rev=1 part=text -->";
    assertEquals(
        Map.of(
            Fields.BODY,
            "words 2\n\n---\n\nwords 3\n\n---\n\nwords 4\n\n" + marker,
            Fields.MARKER,
            marker,
            Fields.AT,
            "2030-01-02T12:00:02Z"),
        bundle.payload());
    assertEquals(List.of("open"), bundle.needs());
    assertEquals(
        List.of(
            "5 texts are more than a merge request takes: the last ones stand several in a note"),
        draft.remarks());
  }

  @Test
  void whatWasToBeDoneWithAThreadThatIsNoneIsNotDone() {
    String first = thread(0, "words 0");
    String second = thread(1, "words 1");
    thread(2, "words 2");
    for (String thread : List.of(first, second)) {
      draft.add(
          "resolve " + thread,
          Actions.RESOLVE,
          "resolve",
          Map.of(Fields.THREAD, thread),
          List.of("open", thread));
    }

    assertEquals(
        List.of(
            "open",
            "text m0@example.org",
            "bundle text m1@example.org",
            "resolve text m0@example.org"),
        keys(NoteBudget.within(draft, 2)));
  }

  @Test
  void aCommentOnALineIsBundledWithTheLinesItIsAbout() {
    thread(0, "words 0");
    draft.discussion(piece(1), Map.of(Fields.HEAD, "h"), "words", text -> text, "> +line\n\nwords");
    thread(2, "words 2");

    Step bundle = NoteBudget.within(draft, 2).get(2);

    assertTrue(bundle.field(Fields.BODY).startsWith("> +line\n\nwords\n\n---\n\nwords 2\n\n<!--"));
  }

  @Test
  void noNoteIsLongerThanGitLabTakesAndNoWordIsLost() {
    String long600 = "x".repeat(600_000);
    for (int i = 0; i < 8; i++) {
      thread(i, long600 + i);
    }

    List<Step> kept = NoteBudget.within(draft, 7);

    assertEquals(
        List.of(),
        kept.stream()
            .filter(s -> s.payload().getOrDefault(Fields.BODY, "").length() > 1_000_000)
            .toList());
    String all =
        kept.stream()
            .map(s -> s.payload().getOrDefault(Fields.BODY, ""))
            .collect(Collectors.joining());
    for (int i = 0; i < 8; i++) {
      assertEquals(1, all.split(long600 + i, -1).length - 1);
    }
  }
}
