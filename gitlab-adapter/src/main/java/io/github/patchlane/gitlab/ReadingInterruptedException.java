package io.github.patchlane.gitlab;

import io.github.patchlane.core.PatchlaneException;

/** Somebody interrupted the thread that was reading. */
public final class ReadingInterruptedException extends PatchlaneException {
  private static final long serialVersionUID = 1;

  ReadingInterruptedException(String message, Throwable cause) {
    super(message, cause);
  }
}
