package io.github.patchlane.gitlab.mergerequest;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * Notes that answer each other; a single note is a discussion of its own.
 *
 * @param id 40 hex digits
 * @param notes by time
 */
public record Discussion(String id, List<Note> notes) {
  public Discussion {
    Objects.requireNonNull(id);
    notes =
        notes.stream()
            .sorted(
                Comparator.comparing(Note::createdAt)
                    .thenComparing(note -> note.id().orElse(0))
                    .thenComparing(Note::body))
            .toList();
  }
}
