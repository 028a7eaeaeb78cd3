package io.github.patchlane.core.diff;

/** Takes the lines of a diff, in order, as git writes them; the line ends go without saying. */
interface GitLines {
  /** A line of a file's header, or a hunk's own header, between these offsets. */
  void headerLine(byte[] bytes, int from, int to);

  /** A line of a hunk: its marker, and what stands behind that between these offsets. */
  void hunkLine(int marker, byte[] bytes, int from, int to);
}
