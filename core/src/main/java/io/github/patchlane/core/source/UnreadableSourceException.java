package io.github.patchlane.core.source;

import io.github.patchlane.core.PatchlaneException;

/** A source as a whole cannot be read: it is missing, is no archive, or holds nothing. */
public final class UnreadableSourceException extends PatchlaneException {
  public UnreadableSourceException(String message) {
    super(message);
  }

  public UnreadableSourceException(String message, Throwable cause) {
    super(message, cause);
  }
}
