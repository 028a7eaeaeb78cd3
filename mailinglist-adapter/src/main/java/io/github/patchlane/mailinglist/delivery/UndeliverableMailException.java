package io.github.patchlane.mailinglist.delivery;

import io.github.patchlane.core.PatchlaneException;

/** The place that mail was to be delivered to cannot be used at all. */
public final class UndeliverableMailException extends PatchlaneException {
  public UndeliverableMailException(String message) {
    super(message);
  }

  public UndeliverableMailException(String message, Throwable cause) {
    super(message, cause);
  }
}
