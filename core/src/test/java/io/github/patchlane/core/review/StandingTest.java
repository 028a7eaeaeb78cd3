package io.github.patchlane.core.review;

import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.commit;
import static io.github.patchlane.core.testkit.Contributions.mail;
import static io.github.patchlane.core.testkit.Contributions.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.review.ReviewEvent.Closed.Reason;
import io.github.patchlane.core.testkit.Contributions;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StandingTest {
  private static Standing of(Contributions story) {
    Contribution built = story.build();
    return Standing.of(built.revisions(), built.events(), built.landings());
  }

  private static State state(Contributions story) {
    return of(story).state();
  }

  @Test
  void withoutLandingOrCloseItIsOpen() {
    assertEquals(
        new Standing(State.OPEN, Optional.empty(), Optional.empty()),
        of(mail("a").posted(0).accepted("bob", 5)));
  }

  @Test
  void theLastPatchToLandDecidesWhen() {
    assertEquals(
        new Standing(
            State.LANDED, Optional.of(at(20)), Optional.of(commit("commit of a-v1-1@example.org"))),
        of(mail("a").posted(0, 2).landed(1, 20).landed(2, 10)));
  }

  @Test
  void someOfThePatchesAreAPartEvenIfTheRestWasDeclined() {
    assertEquals(
        State.PARTLY_LANDED,
        state(mail("a").posted(0, 2).landed(1, 20).closed("bob", 30, Reason.DECLINED)));
  }

  @Test
  void aPatchOfAnEarlierRevisionStandsForItsEqualOfTheSameSubject() {
    assertEquals(
        State.LANDED,
        state(mail("a").posted(0, 2).posted(9, 2).landed(patch("a", 1, 1), 20).landed(2, 20)));
  }

  @Test
  void aMissingPatchKeepsARevisionFromBeingWhole() {
    Contributions story = mail("a");
    story.revision(1, Revision.Kind.PROPOSAL, 0, List.of(story.patchOf(1, 1, 2)), List.of(2));

    assertEquals(State.PARTLY_LANDED, state(story.landed(1, 20)));
  }

  @Test
  void twoPatchesOfOneSubjectInOneSeriesDoNotStandForEachOther() {
    Contributions twins = mail("twins");
    var first = twins.patchOf(1, 1, 2);
    var second =
        new io.github.patchlane.core.contribution.Patch(
            2,
            first.total(),
            patch("twins", 1, 2),
            first.subject(),
            first.author(),
            first.patchId(),
            first.netChange(),
            first.stat());
    twins.revision(1, Revision.Kind.PROPOSAL, 0, List.of(first, second), List.of());

    assertEquals(State.PARTLY_LANDED, state(twins.landed(1, 20)));
  }

  @Test
  void aRevisionThatGrewIsNotWholeByWhatItsPredecessorHeld() {
    assertEquals(State.PARTLY_LANDED, state(mail("a").posted(0).posted(5, 2).landed(1, 20)));
  }

  @Test
  void aRevisionSentAfterTheOneThatLandedChangesNothing() {
    assertEquals(State.LANDED, state(mail("a").posted(0).posted(5, 2).landed(patch("a", 1, 1), 4)));
  }

  @Test
  void aCloseHoldsUntilANewRevisionOrAReopening() {
    assertEquals(State.DECLINED, state(mail("a").posted(0).closed("bob", 5, Reason.DECLINED)));
    assertEquals(
        State.OPEN, state(mail("a").posted(0).closed("bob", 5, Reason.DECLINED).posted(6)));
    assertEquals(
        State.OPEN, state(mail("a").posted(0).closed("bob", 5, Reason.DECLINED).resent(6)));
    assertEquals(
        State.OPEN,
        state(mail("a").posted(0).closed("ann", 5, Reason.WITHDRAWN).reopened("ann", 6)));
    assertEquals(
        State.SUPERSEDED,
        state(
            mail("a")
                .posted(0)
                .closed("ann", 5, Reason.WITHDRAWN)
                .reopened("ann", 6)
                .closed("ann", 7, Reason.SUPERSEDED)));
  }

  @Test
  void whatClaimsToBeCommittedIsBelievedOnlyWithALanding() {
    assertEquals(State.OPEN, state(mail("a").revision(1, Revision.Kind.COMMITTED, 0, 1)));
    assertEquals(
        State.LANDED, state(mail("a").revision(1, Revision.Kind.COMMITTED, 0, 1).landed(1)));
  }
}
