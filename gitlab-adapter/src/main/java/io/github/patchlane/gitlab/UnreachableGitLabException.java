package io.github.patchlane.gitlab;

import io.github.patchlane.core.PatchlaneException;

/** GitLab does not answer, or does not let us in; a later run goes on where this one ended. */
public final class UnreachableGitLabException extends PatchlaneException {
  /** One line: what happened, and how to mend it. */
  public UnreachableGitLabException(String message) {
    super(message);
  }

  /** The same with what lies behind it. */
  public UnreachableGitLabException(String message, Throwable cause) {
    super(message, cause);
  }
}
