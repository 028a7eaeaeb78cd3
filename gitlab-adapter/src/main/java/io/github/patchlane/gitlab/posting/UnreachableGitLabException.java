package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.PatchlaneException;

/** GitLab does not answer, or does not let us in; a later run goes on where this one ended. */
public final class UnreachableGitLabException extends PatchlaneException {
  UnreachableGitLabException(String message) {
    super(message);
  }

  UnreachableGitLabException(String message, Throwable cause) {
    super(message, cause);
  }
}
