package io.github.patchlane.gitlab.standin;

/**
 * A line of a file's diff with both counters, as GitLab numbers it: an added line carries the old
 * line it stands before, a removed line the new one.
 *
 * @param kind {@code +}, {@code -} or a blank for context
 */
record DiffLine(char kind, int oldLine, int newLine) {
  /** How GitLab names the line: the path's SHA-1 and both counters. */
  String code(String path) {
    return Sha1.of(path) + "_" + oldLine + "_" + newLine;
  }
}
