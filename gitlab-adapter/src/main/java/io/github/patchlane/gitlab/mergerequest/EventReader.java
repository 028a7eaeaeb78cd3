package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.contribution.WebAddress;
import io.github.patchlane.core.review.Act;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.ReviewEvent;
import io.github.patchlane.core.review.ReviewEvent.Closed;
import io.github.patchlane.gitlab.identity.Accounts;
import io.github.patchlane.gitlab.identity.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/** Tells what happened to one merge request. To be used once. */
final class EventReader {
  /** The server writes a note about a push, and counts a version, at nearly the same time. */
  private static final Duration SAME_PUSH = Duration.ofMinutes(2);

  private static final Actor CI = new Actor(new Person("GitLab CI", ""), true);

  private final MergeRequest request;
  private final Accounts accounts;
  private final Rounds rounds;
  private final WebAddress page;
  private final NotePlaces places;
  private final Person author;
  private final Instant created;
  private final List<ReviewEvent> events = new ArrayList<>();
  private int clockFixes;
  private int internalNotes;

  EventReader(
      MergeRequest request,
      Accounts accounts,
      VersionPatches patches,
      Rounds rounds,
      WebAddress page) {
    this.request = request;
    this.accounts = accounts;
    this.rounds = rounds;
    this.page = page;
    this.places = new NotePlaces(rounds, patches, page);
    this.author = CarriedSeries.submitter(request, accounts);
    this.created = request.heading().createdAt();
  }

  /** How many instants lay before the request's own creation. */
  int clockFixes() {
    return clockFixes;
  }

  int internalNotes() {
    return internalNotes;
  }

  /** By time. */
  List<ReviewEvent> read() {
    revisions();
    for (Discussion discussion : request.discussions()) {
      for (int i = 0; i < discussion.notes().size(); i++) {
        note(discussion.notes().get(i), NoteNames.of(page, discussion, i));
      }
    }
    approvalsInForce();
    changesRequested();
    StateChanges.of(request).forEach(this::stateChange);
    request.checks().forEach(this::check);
    return events.stream().sorted(ReviewEvent.BY_TIME).toList();
  }

  private void revisions() {
    Optional<Note> ready = DraftTime.of(request).by();
    List<Revision> revisions = rounds.revisions();
    for (int i = 0; i < revisions.size(); i++) {
      Revision revision = revisions.get(i);
      Round round = rounds.round(i);
      if (revision.kind() != Revision.Kind.REFRESH) {
        User by =
            round.marked
                ? ready.map(Note::author).orElse(request.heading().author())
                : i == 0 ? request.heading().author() : pusher(round.first());
        events.add(
            new ReviewEvent.RevisionPosted(
                new Act(
                    revision.postedAt(),
                    poster(by),
                    OptionalInt.of(revision.number()),
                    Optional.empty(),
                    i == 0 || round.marked ? page : name(round.last()))));
      }
    }
  }

  private Actor actor(User account) {
    return CarriedSeries.actor(request, account, accounts);
  }

  /** Who carries a series over pushes in its sender's name. */
  private Actor poster(User account) {
    Actor actor = actor(account);
    boolean carrier =
        account.isSameAs(request.heading().author()) && !actor.person().isSameAs(author);
    return carrier ? new Actor(author, false) : actor;
  }

  private User pusher(DiffVersion version) {
    return request
        .notes()
        .filter(Note::system)
        .filter(note -> SystemNote.of(note) == SystemNote.PUSHED)
        .filter(
            note ->
                Duration.between(note.createdAt(), version.createdAt()).abs().compareTo(SAME_PUSH)
                    <= 0)
        .map(Note::author)
        .findFirst()
        .orElse(request.heading().author());
  }

  private SourceId name(DiffVersion version) {
    OptionalLong id = version.id();
    if (id.isPresent()) {
      return new WebAddress(page.value() + "/diffs?diff_id=" + id.getAsLong());
    }
    return version.head().map(SourceId.class::cast).orElse(page);
  }

  private void note(Note note, WebAddress source) {
    if (note.internal()) {
      internalNotes++;
    } else if (note.system()) {
      systemNote(note, source);
    } else {
      written(note, source);
    }
  }

  private void systemNote(Note note, WebAddress source) {
    switch (SystemNote.of(note)) {
      case APPROVED ->
          events.add(new ReviewEvent.Approved(verdict(note, source), Optional.empty()));
      case APPROVAL_WITHDRAWN ->
          events.add(new ReviewEvent.ApprovalWithdrawn(verdict(note, source), Optional.empty()));
      case CHANGES_REQUESTED ->
          events.add(new ReviewEvent.ChangesRequested(verdict(note, source), Optional.empty()));
      // Switches of the draft mark, pushes and ends are told elsewhere, the rest by nobody.
      case DRAFT, READY, PUSHED, CLOSED, REOPENED, MERGED, OTHER -> {}
    }
  }

  /**
   * A verdict is on the whole as it stood. The description's page would not say so: it is that of
   * every revision.
   */
  private Act verdict(Note note, WebAddress source) {
    return act(note.createdAt(), actor(note.author()), Optional.empty(), source);
  }

  private Act act(Instant at, Actor by, Optional<SourceId> on, SourceId source) {
    Instant clamped = clamped(at);
    int revision = rounds.revisions().get(rounds.indexAt(clamped)).number();
    return new Act(clamped, by, OptionalInt.of(revision), on, source);
  }

  /** Nothing happens to a request before it is there; imported records may claim so. */
  private Instant clamped(Instant at) {
    if (at.isBefore(created)) {
      clockFixes++;
      return created;
    }
    return at;
  }

  private void written(Note note, WebAddress source) {
    Actor by = actor(note.author());
    Instant at = clamped(note.createdAt());
    int index = places.revisionOf(note, at);
    Optional<LineAnchor> anchor = places.anchorOf(note, index);
    Optional<SourceId> on = Optional.of(anchor.map(LineAnchor::patch).orElse(page));
    int number = rounds.revisions().get(index).number();
    Act act = new Act(at, by, OptionalInt.of(number), on, source);
    NoteTrailers trailers =
        NoteTrailers.of(note.body(), by.person(), accounts.known(note.author()).username());
    boolean onDiff = note.position().isPresent();
    if (!trailers.alone() || by.bot() || isOwn(act, by)) {
      events.add(new ReviewEvent.Commented(act, anchor, onDiff));
    }
    if (!by.bot() && !isOwn(act, by)) {
      Optional<SourceId> patch = on.filter(id -> !id.equals(page));
      Act verdict = new Act(at, by, OptionalInt.of(number), patch, source);
      trailers.given().forEach(given -> events.add(event(verdict, given)));
    }
  }

  /** The author's own word is no consent. */
  private boolean isOwn(Act act, Actor by) {
    return by.person().isSameAs(author)
        || act.on().stream()
            .flatMap(on -> rounds.revisions().stream().flatMap(r -> r.patches().stream()))
            .filter(patch -> act.on().equals(Optional.of(patch.id())))
            .map(Patch::author)
            .anyMatch(by.person()::isSameAs);
  }

  private static ReviewEvent event(Act act, NoteTrailers.Given given) {
    Optional<Trailer> trailer = Optional.of(given.trailer());
    return switch (given.kind()) {
      case CONSENT -> new ReviewEvent.Approved(act, trailer);
      case REFUSAL -> new ReviewEvent.ChangesRequested(act, trailer);
    };
  }

  /** Where no system note tells of one, as on old servers and in imports. */
  private void approvalsInForce() {
    for (Approval approval : request.approvals()) {
      Optional<SystemNote> last =
          request
              .notes()
              .filter(note -> note.system() && note.author().isSameAs(approval.user()))
              .map(SystemNote::of)
              .filter(n -> n == SystemNote.APPROVED || n == SystemNote.APPROVAL_WITHDRAWN)
              .reduce((first, second) -> second);
      if (!last.equals(Optional.of(SystemNote.APPROVED))) {
        Act act = act(approval.at(), actor(approval.user()), Optional.empty(), page);
        events.add(new ReviewEvent.Approved(act, Optional.empty()));
      }
    }
  }

  /** A reviewer's state has no time of its own; it comes with the last thing they wrote. */
  private void changesRequested() {
    for (Reviewer reviewer : request.reviewers()) {
      boolean told =
          request
              .notes()
              .filter(note -> note.system() && note.author().isSameAs(reviewer.user()))
              .anyMatch(note -> SystemNote.of(note) == SystemNote.CHANGES_REQUESTED);
      if (reviewer.requestedChanges() && !told) {
        request
            .notes()
            .filter(note -> !note.system() && !note.internal())
            .filter(note -> note.author().isSameAs(reviewer.user()))
            .reduce((first, second) -> second)
            .map(note -> verdict(note, page))
            .ifPresent(act -> events.add(new ReviewEvent.ChangesRequested(act, Optional.empty())));
      }
    }
  }

  private void stateChange(StateEvent change) {
    Actor by = actor(change.user());
    Act act = act(change.at(), by, Optional.of(page), page);
    switch (change.change()) {
      case MERGED -> events.add(new ReviewEvent.Accepted(act));
      case REOPENED -> events.add(new ReviewEvent.Reopened(act));
      case CLOSED -> closed(change, act, by);
    }
  }

  private void closed(StateEvent change, Act act, Actor by) {
    boolean own =
        change.user().isSameAs(request.heading().author()) || by.person().isSameAs(author);
    ClosingWords said = ClosingWords.of(request, change.user(), change.at());
    Optional<State> carried = CarriedSeries.end(request, change.user());
    if (carried.isPresent()) {
      events.add(ended(act, carried.get()));
    } else if (said.nameASuccessor()) {
      events.add(new Closed(act, Closed.Reason.SUPERSEDED));
    } else if (said.nameCommit() && (!own || said.tellOfAPush())) {
      events.add(new ReviewEvent.Accepted(act));
    } else {
      events.add(new Closed(act, own ? Closed.Reason.WITHDRAWN : Closed.Reason.DECLINED));
    }
  }

  /** As the list said it; whether it landed, git alone says. */
  private static ReviewEvent ended(Act act, State end) {
    return switch (end) {
      case DECLINED -> new Closed(act, Closed.Reason.DECLINED);
      case WITHDRAWN -> new Closed(act, Closed.Reason.WITHDRAWN);
      case SUPERSEDED -> new Closed(act, Closed.Reason.SUPERSEDED);
      case OPEN, PARTLY_LANDED, LANDED -> new ReviewEvent.Accepted(act);
    };
  }

  private void check(Check check) {
    SourceId source = check.page().contains("://") ? new WebAddress(check.page()) : page;
    Optional<SourceId> on =
        rounds.revisions().stream()
            .flatMap(Revision::postings)
            .filter(check.commit()::equals)
            .findFirst();
    Instant at = clamped(check.at());
    int index = rounds.indexOf(check.commit()).orElse(rounds.indexAt(at));
    Act act = new Act(at, CI, OptionalInt.of(rounds.revisions().get(index).number()), on, source);
    events.add(new ReviewEvent.Checked(act, check.name(), Optional.of(check.passed())));
  }
}
