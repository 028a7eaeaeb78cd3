package io.github.patchlane.gitlab.rest;

/**
 * A request came to nothing, after all the patience that its failure deserves. The door decides
 * whether that is the end or one record's problem.
 */
public final class RequestFailedException extends Exception {
  private static final long serialVersionUID = 1;

  /** The status, 0 where no answer came. */
  private final int status;

  RequestFailedException(int status, String message) {
    super(message);
    this.status = status;
  }

  RequestFailedException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
  }

  public int status() {
    return status;
  }
}
