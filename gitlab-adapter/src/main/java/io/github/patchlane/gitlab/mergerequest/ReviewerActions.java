package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.review.Actor;
import io.github.patchlane.gitlab.identity.Accounts;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** When people other than the author did something that an author may push an answer to. */
record ReviewerActions(List<Instant> times) {
  ReviewerActions {
    times = List.copyOf(times);
  }

  ReviewerActions(MergeRequest request, Accounts accounts) {
    this(times(request, accounts));
  }

  private static List<Instant> times(MergeRequest request, Accounts accounts) {
    Person author = accounts.person(request.heading().author());
    Stream<Instant> notes =
        request
            .notes()
            .filter(note -> !note.internal() && isAction(note))
            .filter(note -> isOther(accounts.actor(note.author()), author))
            .map(Note::createdAt);
    Stream<Instant> approvals =
        request.approvals().stream()
            .filter(approval -> isOther(accounts.actor(approval.user()), author))
            .map(Approval::at);
    return Stream.concat(notes, approvals).sorted().toList();
  }

  private static boolean isOther(Actor actor, Person author) {
    return actor.isHumanOtherThan(author);
  }

  private static boolean isAction(Note note) {
    if (!note.system()) {
      return true;
    }
    return switch (SystemNote.of(note)) {
      case APPROVED, APPROVAL_WITHDRAWN, CHANGES_REQUESTED -> true;
      case DRAFT, READY, PUSHED, CLOSED, REOPENED, MERGED, OTHER -> false;
    };
  }
}
