package io.github.patchlane.core.plan;

import io.github.patchlane.core.PatchlaneException;

/** The journal of what was done cannot be read, written or locked; nothing was done without it. */
public final class UnusableJournalException extends PatchlaneException {
  UnusableJournalException(String message) {
    super(message);
  }

  UnusableJournalException(String message, Throwable cause) {
    super(message, cause);
  }
}
