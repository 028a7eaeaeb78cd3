package io.github.patchlane.gitlab.standin;

import java.util.List;
import java.util.Optional;

/**
 * Moves diff discussions along when a new version comes, as GitLab does: one whose line is
 * untouched between the old head and the new, and still in the diff, is moved to it; any other
 * keeps its old place, counts as outdated and gets a note that says so.
 */
final class PositionTracer {
  private final Project project;
  private final MergeRequest request;
  private final Conversation conversation;

  PositionTracer(Project project, MergeRequest request, Conversation conversation) {
    this.project = project;
    this.request = request;
    this.conversation = conversation;
  }

  void move(DiffVersion old, DiffVersion young) {
    for (Discussion discussion : List.copyOf(request.discussions)) {
      Optional<Position> held =
          discussion.position.filter(p -> p.hasShasOf(old) && !discussion.outdated);
      if (held.isEmpty()) {
        continue;
      }
      Optional<Position> moved = moved(held.get(), young);
      if (moved.isPresent()) {
        discussion.position = moved;
      } else {
        discussion.outdated = true;
        conversation.system(
            request,
            discussion,
            request.author,
            "changed this line in version " + request.versions.size() + " of the diff");
      }
    }
  }

  private Optional<Position> moved(Position held, DiffVersion young) {
    List<FileChange> diff = project.repository.changes(young.base(), young.head());
    Optional<FileChange> file =
        diff.stream().filter(f -> f.newPath().equals(held.newPath())).findFirst();
    if (file.isEmpty() || held.ofFile()) {
      return file.map(f -> held.in(young, f, Optional.empty()));
    }
    Optional<Integer> newLine =
        held.newLine().map(n -> follow(held.head(), young.head(), held.newPath(), n));
    Optional<Integer> oldLine =
        held.oldLine().map(n -> follow(held.base(), young.base(), held.oldPath(), n));
    Position wanted =
        new Position(
            young.base(),
            young.start(),
            young.head(),
            held.type(),
            file.get().oldPath(),
            file.get().newPath(),
            oldLine,
            newLine,
            held.lineRange());
    return file.get().lines().stream()
        .filter(wanted::means)
        .findFirst()
        .map(line -> held.in(young, file.get(), Optional.of(line)));
  }

  /**
   * Where a line of one commit's file is in another's; zero, which no line is, where it changed.
   */
  private int follow(String from, String to, String path, int line) {
    Optional<FileChange> change =
        project.repository.changes(from, to).stream()
            .filter(f -> f.oldPath().equals(path))
            .findFirst();
    if (change.isEmpty()) {
      return line;
    }
    int shift = 0;
    for (DiffLine each : change.get().lines()) {
      if (each.kind() == '-' && each.oldLine() == line) {
        return 0;
      }
      if (each.oldLine() <= line && each.kind() == '+') {
        shift++;
      } else if (each.oldLine() < line && each.kind() == '-') {
        shift--;
      }
    }
    return line + shift;
  }
}
