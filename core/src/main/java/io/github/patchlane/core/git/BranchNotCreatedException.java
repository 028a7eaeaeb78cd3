package io.github.patchlane.core.git;

import io.github.patchlane.core.PatchlaneException;

/** A branch cannot be made: of that name, at that commit, or at all. */
public final class BranchNotCreatedException extends PatchlaneException {
  BranchNotCreatedException(String message) {
    super(message);
  }

  BranchNotCreatedException(String message, Throwable cause) {
    super(message, cause);
  }
}
