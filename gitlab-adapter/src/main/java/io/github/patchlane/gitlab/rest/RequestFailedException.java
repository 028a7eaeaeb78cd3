package io.github.patchlane.gitlab.rest;

/**
 * A request came to nothing, after all the patience that its failure deserves. The door decides
 * whether that is the end or one record's problem.
 */
public final class RequestFailedException extends Exception {
  private static final long serialVersionUID = 1;

  /** The status, 0 where no answer came. */
  private final int status;

  private final boolean foreign;

  private RequestFailedException(int status, boolean foreign, String message) {
    super(message);
    this.status = status;
    this.foreign = foreign;
  }

  RequestFailedException(String message, Throwable cause) {
    super(message, cause);
    this.status = 0;
    this.foreign = false;
  }

  /** What answered is no GitLab. */
  static RequestFailedException foreign(String message) {
    return new RequestFailedException(200, true, message);
  }

  /** The server answered so. */
  static RequestFailedException of(Answer answer) {
    return new RequestFailedException(answer.status(), !answer.isJson(), answer.reason());
  }

  /** The server answered, and what it said makes no sense. */
  static RequestFailedException nonsense(Answer answer, String message) {
    return new RequestFailedException(answer.status(), !answer.isJson(), message);
  }

  /** The answer leads where the token must not go. */
  static RequestFailedException elsewhere(Answer answer, String message) {
    return new RequestFailedException(answer.status(), true, message);
  }

  public int status() {
    return status;
  }

  /** Whether what answered does not speak as GitLab does: it may lie under another path. */
  boolean isForeign() {
    return foreign;
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
