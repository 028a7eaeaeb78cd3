package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/**
 * Refuses places that are not on the diff: three ids that are not one version's, a file the version
 * does not touch, a line outside its hunks, a context line without both counters. A range of lines
 * must end on the line commented and name lines of the diff; GitLab takes any range there, so a bad
 * one is recorded as a violation instead.
 */
final class PositionCheck {
  private static final String OFF_THE_DIFF =
      "Note {:line_code=>[\"can't be blank\", \"must be a valid line code\"]}";

  private final World world;

  PositionCheck(World world) {
    this.world = world;
  }

  void check(Project project, MergeRequest request, Position position) {
    if (!position.type().equals("text") && !position.ofFile()) {
      throw new Refusal(Reply.error(400, "position[position_type] does not have a valid value"));
    }
    FileChange file =
        request.visible().stream()
            .filter(position::hasShasOf)
            .findFirst()
            .flatMap(version -> file(project, version, position))
            .orElseThrow(() -> Refusal.badRequest(OFF_THE_DIFF));
    if (position.ofFile()) {
      return;
    }
    DiffLine line =
        file.lines().stream()
            .filter(position::means)
            .findFirst()
            .orElseThrow(() -> Refusal.badRequest(OFF_THE_DIFF));
    position.lineRange().ifPresent(range -> checkRange(file, line, range));
  }

  private static Optional<FileChange> file(
      Project project, DiffVersion version, Position position) {
    List<FileChange> changes = project.repository.changes(version.base(), version.head());
    return changes.stream().filter(position::means).findFirst();
  }

  private void checkRange(FileChange file, DiffLine last, ObjectNode range) {
    int start = end(file, range, "start");
    int end = end(file, range, "end");
    if (start < 0 || end < 0) {
      world.records.violations.add("a line range names a line off the diff: " + range);
    } else if (start > end || !file.lines().get(end).equals(last)) {
      world.records.violations.add("a line range does not end on the line commented: " + range);
    }
  }

  /** Which line of the diff an end of the range is; negative for none. */
  private static int end(FileChange file, ObjectNode range, String end) {
    JsonNode fields = range.path(end);
    String code = fields.path("line_code").asText("");
    for (int i = 0; i < file.lines().size(); i++) {
      if (file.lines().get(i).code(file.newPath()).equals(code)) {
        return i;
      }
    }
    return -1;
  }
}
