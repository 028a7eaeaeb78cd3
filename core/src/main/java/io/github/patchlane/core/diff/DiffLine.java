package io.github.patchlane.core.diff;

import java.util.Objects;

/**
 * One line of a hunk, decoded for reading; {@link DiffHunk#content(int)} has the bytes.
 *
 * @param content without the marker in column one and without the line end; a CR is part of it only
 *     where the file, not the transport, has it
 */
public record DiffLine(LineKind kind, String content) {
  public DiffLine {
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(content, "content");
  }
}
