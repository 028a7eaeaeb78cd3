package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * Where a diff discussion is held: the three ids of one version, the file by both names, and a line
 * by one counter or both, or no line for the file as a whole.
 */
record Position(
    String base,
    String start,
    String head,
    String type,
    String oldPath,
    String newPath,
    Optional<Integer> oldLine,
    Optional<Integer> newLine,
    Optional<ObjectNode> lineRange) {

  static Position read(ObjectNode fields) {
    Parameters parameters = Parameters.of(fields);
    String oldPath = parameters.text("old_path", "");
    String newPath = parameters.text("new_path", "");
    return new Position(
        parameters.text("base_sha", ""),
        parameters.text("start_sha", ""),
        parameters.text("head_sha", ""),
        parameters.text("position_type", ""),
        oldPath.isEmpty() ? newPath : oldPath,
        newPath.isEmpty() ? oldPath : newPath,
        parameters.number("old_line"),
        parameters.number("new_line"),
        parameters.object("line_range"));
  }

  boolean ofFile() {
    return type.equals("file");
  }

  boolean hasShasOf(DiffVersion version) {
    return version.hasShas(base, start, head);
  }

  /**
   * Whether a line of a diff is the one meant: an added or removed one by its own counter alone.
   */
  boolean means(DiffLine line) {
    return switch (line.kind()) {
      case '+' -> oldLine.isEmpty() && newLine.filter(n -> n == line.newLine()).isPresent();
      case '-' -> newLine.isEmpty() && oldLine.filter(n -> n == line.oldLine()).isPresent();
      default ->
          oldLine.filter(n -> n == line.oldLine()).isPresent()
              && newLine.filter(n -> n == line.newLine()).isPresent();
    };
  }

  boolean means(FileChange file) {
    return file.oldPath().equals(oldPath) && file.newPath().equals(newPath);
  }

  /** The same place in a later version. */
  Position in(DiffVersion version, FileChange file, Optional<DiffLine> line) {
    return new Position(
        version.base(),
        version.start(),
        version.head(),
        type,
        file.oldPath(),
        file.newPath(),
        line.filter(l -> l.kind() != '+').map(DiffLine::oldLine),
        line.filter(l -> l.kind() != '-').map(DiffLine::newLine),
        lineRange);
  }

  ObjectNode json() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("base_sha", base).put("start_sha", start).put("head_sha", head);
    json.put("position_type", type).put("old_path", oldPath).put("new_path", newPath);
    if (!ofFile()) {
      oldLine.ifPresentOrElse(n -> json.put("old_line", n), () -> json.putNull("old_line"));
      newLine.ifPresentOrElse(n -> json.put("new_line", n), () -> json.putNull("new_line"));
      lineRange.ifPresentOrElse(
          range -> json.set("line_range", range), () -> json.putNull("line_range"));
    }
    return json;
  }

  /** The place in words, without ids. */
  String place() {
    return newPath
        + oldLine.map(n -> " -" + n).orElse("")
        + newLine.map(n -> " +" + n).orElse("")
        + (lineRange.isPresent() ? " range" : "");
  }
}
