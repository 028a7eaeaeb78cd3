package io.github.patchlane.core.diff;

/** What a line of a hunk says about the file. */
public enum LineKind {
  /** In both the old and the new file. */
  CONTEXT(' '),
  /** Only in the new file. */
  ADDED('+'),
  /** Only in the old file. */
  REMOVED('-'),
  /**
   * No line of the file: the line before it has no line end ({@code \ No newline at end of file}).
   */
  NO_NEWLINE('\\');

  private final char marker;

  LineKind(char marker) {
    this.marker = marker;
  }

  /** What a diff writes before such a line. */
  public char marker() {
    return marker;
  }
}
