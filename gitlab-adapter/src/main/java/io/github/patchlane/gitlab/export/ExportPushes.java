package io.github.patchlane.gitlab.export;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.gitlab.mergerequest.DiffVersion;
import io.github.patchlane.gitlab.mergerequest.Note;
import io.github.patchlane.gitlab.mergerequest.Position;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * Diff versions from what an export keeps of them: the latest whole, and of each push a note whose
 * link names the version that it made and the head that it replaced. Notes on the diff name the
 * base of the version that they were put on.
 */
final class ExportPushes {
  private record Push(Instant at, OptionalLong id, Optional<CommitId> replaced) {}

  private ExportPushes() {}

  /**
   * All versions, oldest first.
   *
   * @param latest as the archive has it, empty where it has none
   */
  static List<DiffVersion> versions(
      Instant created, List<Note> notes, Optional<DiffVersion> latest) {
    List<Push> pushes = notes.stream().filter(Note::system).flatMap(n -> push(n).stream()).toList();
    Map<CommitId, Position> positions = new HashMap<>();
    notes.forEach(n -> n.position().ifPresent(p -> positions.putIfAbsent(p.head(), p)));
    Optional<CommitId> lastStart = latest.flatMap(DiffVersion::start);
    List<DiffVersion> versions = new ArrayList<>();
    for (int i = 0; i <= pushes.size(); i++) {
      Instant at = i == 0 ? created : pushes.get(i - 1).at();
      OptionalLong id = i == 0 ? OptionalLong.empty() : pushes.get(i - 1).id();
      if (i == pushes.size()) {
        boolean known = latest.isPresent() || i > 0;
        if (known) {
          versions.add(
              new DiffVersion(
                  id,
                  latest.flatMap(DiffVersion::head),
                  latest.flatMap(DiffVersion::base),
                  lastStart,
                  at,
                  Optional.empty()));
        }
      } else {
        Optional<CommitId> head = pushes.get(i).replaced();
        Optional<Position> known = head.map(positions::get);
        versions.add(
            new DiffVersion(
                id,
                head,
                known.flatMap(Position::base),
                known.flatMap(Position::start).or(() -> lastStart),
                at,
                Optional.empty()));
      }
    }
    return versions;
  }

  private static Optional<Push> push(Note note) {
    String text = note.body();
    boolean commits = note.action().map("commit"::equals).orElse(true);
    if (!commits || !text.startsWith("added ") || !text.contains(" commit")) {
      return Optional.empty();
    }
    String id = parameter(text, "diff_id=");
    String replaced = parameter(text, "start_sha=");
    return Optional.of(
        new Push(
            note.createdAt(),
            !id.isEmpty() && id.length() < 19 && id.chars().allMatch(c -> c >= '0' && c <= '9')
                ? OptionalLong.of(Long.parseLong(id))
                : OptionalLong.empty(),
            CommitId.isValid(replaced) ? Optional.of(new CommitId(replaced)) : Optional.empty()));
  }

  /** The last one of that name: titles of commits stand before the link. */
  private static String parameter(String text, String name) {
    int at = text.lastIndexOf(name);
    if (at < 0) {
      return "";
    }
    int start = at + name.length();
    int end = start;
    while (end < text.length() && Character.digit(text.charAt(end), 16) >= 0) {
      end++;
    }
    return text.substring(start, end);
  }
}
