package io.github.patchlane.cli.sample;

/**
 * One line of a diff as it stands in a mail.
 *
 * @param text the whole line, its mark included
 * @param oldLine 1-based, 0 where the line is not in the old file
 * @param newLine 1-based, 0 where the line is not in the new file
 */
record DiffLine(Kind kind, String text, String path, int oldLine, int newLine) {
  enum Kind {
    FILE_HEADER,
    HUNK_HEADER,
    CONTEXT,
    ADDED,
    REMOVED
  }

  /** Long enough that a reader finds it again from a few lines of quote. */
  boolean worthARemark() {
    return (kind == Kind.ADDED || kind == Kind.REMOVED) && text.strip().length() > 12;
  }

  boolean content() {
    return kind == Kind.CONTEXT || kind == Kind.ADDED || kind == Kind.REMOVED;
  }
}
