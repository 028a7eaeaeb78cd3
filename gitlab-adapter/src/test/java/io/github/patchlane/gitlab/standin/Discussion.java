package io.github.patchlane.gitlab.standin;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A thread of notes, or a note alone, which can't be resolved. */
final class Discussion {
  final String id;
  final boolean individual;
  final List<Note> notes = new ArrayList<>();

  /** Where it stands now; moves with the diff while its line can be found. */
  Optional<Position> position;

  /** Whether the line it stood on is gone from the newest version. */
  boolean outdated;

  Discussion(String id, boolean individual, Optional<Position> position) {
    this.id = id;
    this.individual = individual;
    this.position = position;
  }

  boolean resolvable() {
    return !individual && notes.stream().anyMatch(note -> !note.system);
  }

  boolean resolved() {
    return resolvable() && notes.stream().filter(note -> !note.system).allMatch(n -> n.resolved);
  }
}
