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
        MAX);
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

  @Test
  void coversAndRepliesLeadToTheirRound() {
    LandingMention round = new LandingMention(ContributionId.ofMail(COVER), OptionalInt.of(1));
    assertEquals(
        Map.of(COVER, round, new MessageId("reply@x"), round),
        LandedContributions.mentions(List.of(contribution(State.OPEN, List.of(), List.of()))));
  }
}
