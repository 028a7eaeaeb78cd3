package io.github.patchlane.gitlab.json;

/**
 * A record lacks what it cannot be without, or has it in another form. Whoever reads records
 * catches it and makes a problem of that one record; it never leaves the adapter.
 */
public final class MalformedRecordException extends Exception {
  private static final long serialVersionUID = 1;

  public MalformedRecordException(String message) {
    super(message);
  }

  public MalformedRecordException(String message, Throwable cause) {
    super(message, cause);
  }

  /** What is wrong with it. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
