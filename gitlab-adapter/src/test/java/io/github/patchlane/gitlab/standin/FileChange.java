package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * One file of a diff.
 *
 * @param oldPath equal to the new path for a new file, as GitLab gives it
 * @param hunks the text from the first {@code @@} on; empty for a binary file
 */
record FileChange(
    String oldPath,
    String newPath,
    String oldMode,
    String newMode,
    boolean added,
    boolean renamed,
    boolean deleted,
    String hunks,
    List<DiffLine> lines) {

  FileChange {
    lines = List.copyOf(lines);
  }

  ObjectNode json() {
    return JsonNodeFactory.instance
        .objectNode()
        .put("old_path", oldPath)
        .put("new_path", newPath)
        .put("a_mode", oldMode)
        .put("b_mode", newMode)
        .put("new_file", added)
        .put("renamed_file", renamed)
        .put("deleted_file", deleted)
        .put("generated_file", false)
        .put("collapsed", false)
        .put("too_large", false)
        .put("diff", hunks);
  }
}
