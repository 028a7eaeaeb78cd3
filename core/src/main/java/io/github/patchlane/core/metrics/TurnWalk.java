package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.metrics.Turn.Reason;
import io.github.patchlane.core.metrics.Turn.Side;
import io.github.patchlane.core.review.ReviewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Follows the ball through one contribution. A posting gives it to the reviewers; a reply of theirs
 * to the author; the author's answer gives it back; an approval of every patch, or "applied", to
 * whoever commits. A ping leaves it where it is.
 */
final class TurnWalk {
  /** A posting or one mail's or note's events: what is said in one breath counts as one. */
  private record Act(Instant at, Optional<Revision> posted, List<ReviewEvent> said) {}

  private final Contribution contribution;
  private final Authors authors;
  private final Set<SourceId> approved = new HashSet<>();
  private final Set<String> objectors = new HashSet<>();
  private final List<TurnSpan> spans = new ArrayList<>();
  private final boolean ended;
  private Revision current;
  private boolean landedInPart;
  private @Nullable Turn turn;

  TurnWalk(
      Contribution contribution,
      Authors authors,
      List<ReviewEvent> events,
      Optional<Ending> ending,
      Instant asOf) {
    this.contribution = contribution;
    this.authors = authors;
    this.current = contribution.revisions().get(0);
    this.ended = ending.isPresent();
    Instant end = ending.map(Ending::at).orElse(asOf);
    Instant opened = contribution.openedAt();
    if (!end.isBefore(opened) && endKnown(contribution, ending)) {
      turn = new Turn(Reason.POSTED, opened, name(current));
      acts(events).stream().filter(act -> !act.at().isAfter(end)).forEach(this::follow);
      pass(end);
    }
  }

  /** A move given and taken in one instant is none, unless it is where things stand. */
  List<TurnSpan> spans() {
    int last = spans.size() - 1;
    return IntStream.rangeClosed(0, last)
        .filter(i -> i == last || !spans.get(i).length().isZero())
        .mapToObj(spans::get)
        .toList();
  }

  private static boolean endKnown(Contribution contribution, Optional<Ending> ending) {
    return ending.isPresent() || Timeline.mayGoOn(contribution);
  }

  private List<Act> acts(List<ReviewEvent> events) {
    List<Act> acts = new ArrayList<>();
    for (Revision revision : contribution.revisions()) {
      Instant at = revision.postedAt();
      Instant opened = contribution.openedAt();
      acts.add(new Act(at.isBefore(opened) ? opened : at, Optional.of(revision), List.of()));
    }
    int from = 0;
    for (int i = 1; i <= events.size(); i++) {
      if (i == events.size() || !sameBreath(events.get(from), events.get(i))) {
        acts.add(new Act(events.get(from).at(), Optional.empty(), events.subList(from, i)));
        from = i;
      }
    }
    acts.sort(Comparator.comparing(Act::at));
    return acts;
  }

  private static boolean sameBreath(ReviewEvent a, ReviewEvent b) {
    return a.at().equals(b.at()) && a.act().source().equals(b.act().source());
  }

  private void follow(Act act) {
    act.posted().ifPresent(revision -> post(revision, act.at()));
    if (!act.said().isEmpty()) {
      hear(act.said());
    }
  }

  private void post(Revision revision, Instant at) {
    current = revision;
    landedInPart = false;
    objectors.clear();
    boolean sameAgain = revision.kind() == Revision.Kind.REFRESH;
    // Sending the same again is a ping: it hands the ball back, but restarts no waiting.
    if (!sameAgain || (turn != null && turn.side() == Side.AUTHOR)) {
      give(Reason.POSTED, at, name(revision));
    }
  }

  private void hear(List<ReviewEvent> said) {
    ReviewEvent first = said.get(0);
    if (has(said, ReviewEvent.Closed.class)) {
      pass(first.at());
      turn = null;
    } else if (has(said, ReviewEvent.Reopened.class)) {
      give(Reason.REOPENED, first.at(), first.act().source());
    } else if (turn == null) {
      return;
    } else if (has(said, ReviewEvent.Landed.class)) {
      landedInPart = !ended;
      if (landedInPart) {
        give(Reason.LANDED_IN_PART, first.at(), first.act().source());
      }
    } else if (has(said, ReviewEvent.Accepted.class)) {
      // "applied" after a part of it landed tells of that part
      if (!landedInPart) {
        give(Reason.ACCEPTED, first.at(), first.act().source());
      }
    } else if (authors.include(first.by().person(), first.at())) {
      if (turn.side() == Side.AUTHOR && has(said, ReviewEvent.Commented.class)) {
        objectors.clear();
        give(Reason.ANSWERED, first.at(), first.act().source());
      }
    } else if (!first.by().bot()) {
      hearReviewer(turn, said, first);
    }
  }

  private void hearReviewer(Turn held, List<ReviewEvent> said, ReviewEvent first) {
    String reviewer = first.by().person().key();
    List<ReviewEvent> approvals = said.stream().filter(Timeline::isApproval).toList();
    if (has(said, ReviewEvent.ChangesRequested.class)
        || has(said, ReviewEvent.ApprovalWithdrawn.class)) {
      objectors.add(reviewer);
      give(Reason.CHANGES_REQUESTED, first.at(), first.act().source());
    } else if (!approvals.isEmpty()) {
      objectors.remove(reviewer);
      approvals.forEach(this::approve);
      if (objectors.isEmpty() && allApproved()) {
        give(Reason.APPROVED, first.at(), first.act().source());
      }
    } else if (has(said, ReviewEvent.Commented.class)) {
      boolean substantive = said.stream().anyMatch(ReviewEvent::substantive);
      // Thanks and small talk after an approval are not a question to the author.
      if (held.side() == Side.REVIEWER || (held.side() == Side.COMMITTER && substantive)) {
        give(Reason.REVIEWED, first.at(), first.act().source());
      }
    }
  }

  private void approve(ReviewEvent approval) {
    Optional<SourceId> on = approval.act().on();
    Revision revision = on.flatMap(contribution::revisionOf).orElse(current);
    boolean onePatch = revision.patches().stream().anyMatch(p -> on.equals(Optional.of(p.id())));
    // A click approves the whole, even where it records the head commit; a trailer what it is on.
    if (onePatch && approval.trailer().isPresent()) {
      on.ifPresent(approved::add);
    } else {
      revision.patches().forEach(patch -> approved.add(patch.id()));
    }
  }

  private boolean allApproved() {
    return current.patches().stream().allMatch(patch -> approved.contains(patch.id()));
  }

  private void give(Reason reason, Instant at, SourceId by) {
    Turn held = turn;
    if (held != null && held.reason() == reason && reason != Reason.POSTED) {
      return;
    }
    if (held != null && held.side() == Side.AUTHOR && reason.side() == Side.AUTHOR) {
      turn = new Turn(reason, held.since(), by);
    } else {
      pass(at);
      turn = new Turn(reason, at, by);
    }
  }

  private void pass(Instant at) {
    if (turn != null) {
      spans.add(new TurnSpan(turn, at));
    }
  }

  private static boolean has(List<ReviewEvent> said, Class<? extends ReviewEvent> type) {
    return said.stream().anyMatch(type::isInstance);
  }

  private SourceId name(Revision revision) {
    return Postings.nameOf(contribution, revision);
  }
}
