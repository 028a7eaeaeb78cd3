package io.github.patchlane.core.git;

import io.github.patchlane.core.git.apply.LineDiff;

/** Lets tests of the package below compare lines as the repository does. */
public final class MergeDiff {
  private MergeDiff() {}

  // tests are no module: they see what the module keeps to itself
  @SuppressWarnings("exports")
  public static LineDiff asInGit() {
    return GitDiff::editsForMerge;
  }
}
