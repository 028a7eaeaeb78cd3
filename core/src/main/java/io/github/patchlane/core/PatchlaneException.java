package io.github.patchlane.core;

/**
 * The root of every exception that Patchlane throws on purpose: something around the program is
 * broken (a missing file, an unreadable repository) and a person has to mend it. What can be
 * expected of input, a damaged mail or a patch that does not apply, is a result and never an
 * exception.
 *
 * <p>The message is one line for that person: what is wrong, where, and how to mend it.
 */
public abstract class PatchlaneException extends RuntimeException {
  protected PatchlaneException(String message) {
    super(message);
  }

  protected PatchlaneException(String message, Throwable cause) {
    super(message, cause);
  }
}
