package io.github.patchlane.core.git.landing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.diff.DiffStat;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.ReviewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LandedContributionsTest {
  private static final Instant POSTED = Instant.parse("2024-05-01T12:00:00Z");
  private static final Person ADA = new Person("Ada", "ada@example.org");
  private static final Person MAX = new Person("Max", "max@example.org");
  private static final MessageId COVER = new MessageId("cover@x");

  private static Patch patch(int index) {
    return new Patch(
        index,
        OptionalInt.of(2),
        new MessageId("p" + index + "@x"),
        "title " + index,
        ADA,
        Optional.empty(),
        Optional.empty(),
        DiffStat.EMPTY);
  }

  private static Act act(Instant at, Person by, String source) {
    return new Act(
        at, new Actor(by, false), OptionalInt.of(1), Optional.empty(), new MessageId(source));
  }

  private static Contribution contribution(
      State state, List<ReviewEvent> more, List<Landing> landings) {
    Revision revision =
        new Revision(
            1,
            "v1",
            Revision.Kind.PROPOSAL,
            POSTED,
            Optional.of(COVER),
            Optional.empty(),
            List.of(patch(1), patch(2)),
            List.of(),
            new Evidence(Evidence.Kind.POSTING, 1, "posted"));
    List<ReviewEvent> events = new ArrayList<>();
    events.add(new ReviewEvent.RevisionPosted(act(POSTED, ADA, "cover@x")));
    events.add(
        new ReviewEvent.Commented(
            act(POSTED.plusSeconds(5), MAX, "reply@x"), Optional.empty(), false));
    events.addAll(more);
    return new Contribution(
        ContributionId.ofMail(COVER),
        Lane.MAILING_LIST,
        "title",
        ADA,
        POSTED,
        state,
        List.of(revision),
        events,
        landings);
  }

  private static LandedPatch landed(int index, Instant at) {
    Patch patch = patch(index);
    return new LandedPatch(
        new LandingCandidate(ContributionId.ofMail(COVER), 1, POSTED, patch),
        new Landing(
            patch.id(),
            new CommitId(Integer.toString(index).repeat(40)),
            at,
            new Evidence(Evidence.Kind.LINK, 1, "said so")),
        MAX,
        List.of());
  }

  @Test
  void whatLandedIsAddedOnceHoweverOftenItIsApplied() {
    LandedPatch second = landed(2, POSTED.plusSeconds(100));
    LandedPatch first = landed(1, POSTED.plusSeconds(200));
    Landings found = Landings.of(List.of(first, second), 2, Set.of());
    ReviewEvent event =
        new ReviewEvent.Landed(
            new Act(
                POSTED.plusSeconds(200),
                new Actor(MAX, false),
                OptionalInt.of(1),
                Optional.of(new MessageId("p1@x")),
                new CommitId("1".repeat(40))));
    List<Contribution> expected =
        List.of(
            contribution(State.LANDED, List.of(event), List.of(first.landing(), second.landing())));
    List<Contribution> once =
        LandedContributions.apply(List.of(contribution(State.OPEN, List.of(), List.of())), found);
    assertEquals(expected, once);
    assertEquals(expected, LandedContributions.apply(once, found));
    assertEquals(
        List.of(contribution(State.OPEN, List.of(), List.of())),
        LandedContributions.apply(once, Landings.of(List.of(), 0, Set.of())));
  }

  /** Max's consent to the second patch of a round, on a condition. */
  private static ReviewEvent conditional() {
    return new ReviewEvent.Commented(
        new Act(
            POSTED.plusSeconds(50),
            new Actor(MAX, false),
            OptionalInt.of(1),
            Optional.of(new MessageId("p2@x")),
            new MessageId("reply2@x")),
        Optional.empty(),
        true,
        Optional.of(new Trailer("Reviewed-by", MAX.toString())));
  }

  private static List<ReviewEvent> approvals(List<ReviewEvent> said, LandedPatch... landed) {
    return LandedContributions.apply(
            List.of(contribution(State.OPEN, said, List.of())),
            Landings.of(List.of(landed), 2, Set.of()))
        .get(0)
        .events()
        .stream()
        .filter(ReviewEvent.Approved.class::isInstance)
        .toList();
  }

  @Test
  void aConditionIsMetByTheCommitThatCarriesTheTag() {
    Instant later = POSTED.plusSeconds(100);
    Trailer tag = new Trailer("Reviewed-by", MAX.toString());
    ReviewEvent met =
        new ReviewEvent.Approved(
            new Act(
                later,
                new Actor(MAX, false),
                OptionalInt.of(1),
                Optional.of(new MessageId("p2@x")),
                new MessageId("reply2@x")),
            Optional.of(tag));
    List<ReviewEvent> said = List.of(conditional());
    LandedPatch carrying = landed(2, later).with(List.of(tag));

    assertEquals(List.of(met), approvals(said, carrying));
    assertEquals(
        List.of(met),
        approvals(
            said,
            landed(2, later).with(List.of(new Trailer("reviewed-by", "Max <max@example.org>")))));
    assertEquals(List.of(), approvals(said, landed(2, later)));
    assertEquals(
        List.of(),
        approvals(said, landed(2, later).with(List.of(new Trailer("Acked-by", tag.value())))));
    assertEquals(
        List.of(),
        approvals(
            said, landed(2, later).with(List.of(new Trailer("Reviewed-by", "Bo <bo@x.org>")))));
    assertEquals(List.of(), approvals(said, landed(1, later).with(List.of(tag))));
    assertEquals(List.of(), approvals(said, landed(2, POSTED).with(List.of(tag))));
    assertEquals(List.of(), approvals(said, carrying.as(Landing.Role.BACKPORT)));
  }

  @Test
  void whatWasSaidSinceGoesBeforeTheCommit() {
    Act later =
        new Act(
            POSTED.plusSeconds(70),
            new Actor(MAX, false),
            OptionalInt.of(1),
            Optional.of(new MessageId("p2@x")),
            new MessageId("reply3@x"));
    Optional<Trailer> tag = Optional.of(new Trailer("Reviewed-by", MAX.toString()));
    LandedPatch carrying = landed(2, POSTED.plusSeconds(100)).with(List.of(tag.get()));
    ReviewEvent given = new ReviewEvent.Approved(later, tag);

    assertEquals(List.of(given), approvals(List.of(conditional(), given), carrying));
    assertEquals(
        List.of(),
        approvals(List.of(conditional(), new ReviewEvent.ApprovalWithdrawn(later, tag)), carrying));
  }

  @Test
  void aConditionThatACommitMetIsMetOnceHoweverOftenItIsApplied() {
    Trailer tag = new Trailer("Reviewed-by", MAX.toString());
    Landings found =
        Landings.of(List.of(landed(2, POSTED.plusSeconds(100)).with(List.of(tag))), 2, Set.of());
    List<Contribution> open = List.of(contribution(State.OPEN, List.of(conditional()), List.of()));
    List<Contribution> once = LandedContributions.apply(open, found);

    assertEquals(once, LandedContributions.apply(once, found));
    assertEquals(open, LandedContributions.apply(once, Landings.NONE));
  }

  @Test
  void coversAndRepliesLeadToTheirRound() {
    LandingMention round = new LandingMention(ContributionId.ofMail(COVER), OptionalInt.of(1));
    assertEquals(
        Map.of(COVER, round, new MessageId("reply@x"), round),
        LandedContributions.mentions(List.of(contribution(State.OPEN, List.of(), List.of()))));
  }
}
