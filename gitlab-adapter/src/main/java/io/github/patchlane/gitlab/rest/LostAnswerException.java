package io.github.patchlane.gitlab.rest;

/**
 * Something was written, and nobody knows whether it arrived. Whoever wrote it looks whether it is
 * there before writing it again.
 */
public final class LostAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  /**
   * Says what came instead of an answer.
   *
   * @param message one line, without secrets
   */
  public LostAnswerException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
