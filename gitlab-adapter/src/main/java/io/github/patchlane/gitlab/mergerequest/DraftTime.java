package io.github.patchlane.gitlab.mergerequest;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * When a request stopped being a draft for the first time.
 *
 * @param ready its creation where it began as no draft; empty where it never was ready
 * @param by the note that says so, empty where it began as no draft
 */
record DraftTime(Optional<Instant> ready, Optional<Note> by) {
  static DraftTime of(MergeRequest request) {
    List<Note> switches =
        request.notes().filter(Note::system).filter(note -> isSwitch(SystemNote.of(note))).toList();
    Instant created = request.heading().createdAt();
    boolean began =
        switches.isEmpty()
            ? request.heading().draft()
            : SystemNote.of(switches.get(0)) == SystemNote.READY;
    if (!began) {
      return new DraftTime(Optional.of(created), Optional.empty());
    }
    Optional<Note> ready =
        switches.stream().filter(note -> SystemNote.of(note) == SystemNote.READY).findFirst();
    return new DraftTime(
        ready.map(note -> note.createdAt().isBefore(created) ? created : note.createdAt()), ready);
  }

  private static boolean isSwitch(SystemNote kind) {
    return kind == SystemNote.DRAFT || kind == SystemNote.READY;
  }

  /** Whether it was up for review then. */
  boolean isReady(Instant at) {
    return ready.isPresent() && !at.isBefore(ready.get());
  }
}
