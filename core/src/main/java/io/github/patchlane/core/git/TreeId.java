package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;

/**
 * The full hash of a git tree: all files of a commit, and nothing of who made it when.
 *
 * @param value 40 (SHA-1) or 64 (SHA-256) lower-case hex digits
 */
public record TreeId(String value) {
  public TreeId {
    if (!CommitId.isValid(value)) {
      throw new IllegalArgumentException("not a full tree hash: \"" + value + '"');
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
