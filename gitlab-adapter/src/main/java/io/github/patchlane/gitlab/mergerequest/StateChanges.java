package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.gitlab.identity.User;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * When a request was closed, reopened and merged: by its state events; by system notes, which older
 * servers wrote instead; by what the request says of itself where neither is left.
 */
final class StateChanges {
  private static final Duration SAME_ACT = Duration.ofMinutes(1);

  private StateChanges() {}

  static List<StateEvent> of(MergeRequest request) {
    List<StateEvent> changes = new ArrayList<>(request.stateEvents());
    request
        .notes()
        .filter(Note::system)
        .flatMap(note -> event(note).stream())
        .filter(told -> changes.stream().noneMatch(known -> isSame(known, told)))
        .toList()
        .forEach(changes::add);
    Heading heading = request.heading();
    if (heading.state().equals("merged")) {
      addIfUntold(changes, StateEvent.Change.MERGED, heading.mergedAt(), heading.mergedBy());
    } else if (heading.state().equals("closed")) {
      addIfUntold(changes, StateEvent.Change.CLOSED, heading.closedAt(), heading.closedBy());
    }
    changes.sort(Comparator.comparing(StateEvent::at).thenComparing(StateEvent::change));
    return changes;
  }

  private static Optional<StateEvent> event(Note note) {
    Optional<StateEvent.Change> change =
        switch (SystemNote.of(note)) {
          case CLOSED -> Optional.of(StateEvent.Change.CLOSED);
          case REOPENED -> Optional.of(StateEvent.Change.REOPENED);
          case MERGED -> Optional.of(StateEvent.Change.MERGED);
          case APPROVED, APPROVAL_WITHDRAWN, CHANGES_REQUESTED, DRAFT, READY, PUSHED, OTHER ->
              Optional.empty();
        };
    return change.map(c -> new StateEvent(note.author(), note.createdAt(), c));
  }

  private static boolean isSame(StateEvent a, StateEvent b) {
    return a.change() == b.change()
        && Duration.between(a.at(), b.at()).abs().compareTo(SAME_ACT) <= 0;
  }

  private static void addIfUntold(
      List<StateEvent> changes, StateEvent.Change change, Optional<Instant> at, Optional<User> by) {
    boolean told = Stream.of(changes).flatMap(List::stream).anyMatch(c -> c.change() == change);
    if (!told) {
      at.ifPresent(when -> changes.add(new StateEvent(by.orElse(User.GHOST), when, change)));
    }
  }
}
