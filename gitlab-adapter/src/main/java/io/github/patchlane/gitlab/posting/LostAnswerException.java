package io.github.patchlane.gitlab.posting;

/** Something was sent, and nobody knows whether it arrived. Never leaves this package. */
final class LostAnswerException extends Exception {
  private static final long serialVersionUID = 1L;

  LostAnswerException(String message) {
    super(message);
  }

  @Override
  public String getMessage() {
    return String.valueOf(super.getMessage());
  }
}
