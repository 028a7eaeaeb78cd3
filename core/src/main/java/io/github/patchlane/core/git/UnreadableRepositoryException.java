package io.github.patchlane.core.git;

import io.github.patchlane.core.PatchlaneException;

/** A git repository as a whole cannot be used: it is missing, empty, damaged, or lacks a branch. */
public final class UnreadableRepositoryException extends PatchlaneException {
  UnreadableRepositoryException(String message) {
    super(message);
  }

  UnreadableRepositoryException(String message, Throwable cause) {
    super(message, cause);
  }
}
