package io.github.patchlane.cli;

import io.github.patchlane.core.PatchlaneException;

/** An argument that cannot be used as it stands. */
final class UsageException extends PatchlaneException {
  UsageException(String message) {
    super(message);
  }

  UsageException(String message, Throwable cause) {
    super(message, cause);
  }
}
