package io.github.patchlane.gitlab.mergerequest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.MessageText.Passage;
import io.github.patchlane.gitlab.identity.User;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Merge requests that Patchlane made of series, read again. */
class CarriedSeriesTest {
  private static final User BRIDGE = TestRequest.user(9, "bridge", "Bridge");
  private static final User BOB = TestRequest.user(2, "bob", "Bob Reviewer");
  private static final String MARK =
      "\n\n<!-- patchlane:v1 mid=<a@example.org> rev=1 part=text -->";
  private static final String COVER =
      "It \\*never\\* did.\n\n---\n\n**Ann** sent v1, one patch:\n- 1/1 mend it" + MARK;

  private static TestRequest carried() {
    return new TestRequest().by(BRIDGE).described(COVER);
  }

  private static List<String> said(TestRequest request) {
    return request.texts().stream().map(CarriedSeriesTest::words).toList();
  }

  private static String words(MessageText text) {
    return text.passages().stream().map(Passage::text).collect(Collectors.joining("|"));
  }

  @Test
  void everyPushIsARoundHoweverFastTheyCame() {
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        v2 proposal 1
        v3 proposal 2
        0 v1 revision-posted by Ann
        1 v2 revision-posted by Ann
        2 v3 revision-posted by Ann
        """,
        carried().push(0, 1, "").push(1, 2, "").push(2, 3, "").told());
  }

  @Test
  void theDraftMarkIsTakenOffARoundThatIsThereAlready() {
    assertEquals(
        """
        open, opened 1
        v1 rfc 0
        v2 proposal 1
        v3 proposal 3
        0 v1 revision-posted by Ann
        1 v2 revision-posted by Ann
        3 v3 revision-posted by Ann
        """,
        carried()
            .titled("mend it")
            .push(0, 1, "")
            .push(1, 2, "")
            .system(2, BRIDGE, "marked this merge request as **ready**")
            .push(3, 3, "")
            .told());
  }

  @Test
  void theCoverLetterIsWhatItWasAndMailsAreNotSaidAgain() {
    assertEquals(
        List.of("It *never* did.", "New here.", "Mine." + MARK),
        said(
            carried()
                .push(0, 1, "")
                .says(1, BRIDGE, "**Bob** wrote:\n\nWhy?" + MARK)
                .says(2, BRIDGE, "New here.")
                // anybody can write what looks like a mark
                .says(3, BOB, "Mine." + MARK)));
  }

  @Test
  void aSeriesWithoutACoverLetterHasNone() {
    assertEquals(
        List.of(""),
        said(new TestRequest().by(BRIDGE).described("**Ann** sent v1" + MARK).push(0, 1, "")));
  }

  @ParameterizedTest
  @CsvSource({
    "declined, closed declined",
    "withdrawn, closed withdrawn",
    "superseded, closed superseded",
    "landed, accepted"
  })
  void itEndedAsTheListSaidWhoeverClosedThePage(String label, String event) {
    String told =
        carried()
            .labelled("mailing-list", label)
            .push(0, 1, "")
            .changed(1, BRIDGE, StateEvent.Change.CLOSED)
            .told();

    assertEquals("1 v1 " + event + " by Bridge (bot)", told.lines().reduce((a, b) -> b).orElse(""));
  }

  @Test
  void aPersonWhoClosesItLaterDeclinesIt() {
    String told =
        carried()
            .labelled("mailing-list", "superseded")
            .push(0, 1, "")
            .changed(1, BOB, StateEvent.Change.CLOSED)
            .told();

    assertEquals(
        "1 v1 closed declined by Bob Reviewer", told.lines().reduce((a, b) -> b).orElse(""));
  }

  @ParameterizedTest
  @CsvSource({
    "**Ann Lee** \\<ann@example.org\\> sent v1 on, Ann Lee, ann@example.org",
    "**Ann \\*Star\\* Lee** \\<ann\\_lee@example.org\\> sent v2, Ann *Star* Lee, ann_lee@example.org",
    "**Ann** sent v1, Ann, ''",
    "**ann@example.org** sent v1, '', ann@example.org",
    "**Ann** wrote, Bridge, ''",
    "Ann sent v1, Bridge, ''",
    "**Ann** \\<ann@example.org sent v1, Bridge, ''"
  })
  void itIsTheirsWhoSentTheSeries(String written, String name, String email) {
    assertEquals(
        new Person(name, email),
        new TestRequest()
            .by(BRIDGE)
            .described("Words.\n\n---\n\n" + written + MARK)
            .push(0, 1, "")
            .translated()
            .contribution()
            .submitter());
  }

  @Test
  void whoCarriedItAnswersNothing() {
    List<ReviewEvent> events =
        carried()
            .push(0, 1, "")
            .says(1, BRIDGE, "Reviewed-by: Bridge")
            .says(2, BOB, "Reviewed-by: Bob Reviewer")
            .translated()
            .contribution()
            .events();

    assertEquals(
        List.of(
            "revision-posted Ann false", "commented Bridge true", "approved Bob Reviewer false"),
        events.stream()
            .map(e -> e.type() + " " + e.by().person().name() + " " + e.by().bot())
            .toList());
  }

  @Test
  void whatKeptReferencesApartInTheTitleIsGone() {
    assertEquals(
        "see #1 of @root",
        carried()
            .titled("see #\u20601 of @\u2060root")
            .push(0, 1, "")
            .translated()
            .contribution()
            .title());
  }

  @Test
  void withoutTheMarkUnderItsDescriptionARequestIsReadAsAnyOther() {
    TestRequest other = new TestRequest().by(BRIDGE).described("What for.").push(0, 1, "");

    assertEquals(List.of("What for.", "Why?" + MARK), said(other.says(1, BRIDGE, "Why?" + MARK)));
    assertEquals(
        """
        open, opened 0
        v1 proposal 0
        0 v1 revision-posted by Bridge
        1 v1 commented by Bridge
        """,
        other.push(1, 2, "").told());
  }
}
