package io.github.patchlane.mailinglist.delivery;

/** The place that mail was to be delivered to cannot be used at all. */
public final class UndeliverableMailException extends RuntimeException {
  public UndeliverableMailException(String message) {
    super(message);
  }

  public UndeliverableMailException(String message, Throwable cause) {
    super(message, cause);
  }
}
