package io.github.patchlane.gitlab.posting;

import io.github.patchlane.gitlab.ProjectAddress;
import java.util.Objects;
import java.util.Optional;

/**
 * How contributions are posted.
 *
 * @param targetBranch what merge requests are to be merged into
 * @param archiveUrl where mails can be read: the message-id goes in place of {@code %s}, or behind;
 *     empty where the list has no archive on the web
 * @param fork of the project, on the same server, that branches are pushed to; empty where they go
 *     to the project itself
 */
public record PostingOptions(
    String targetBranch, Optional<String> archiveUrl, Optional<ProjectAddress> fork) {
  public PostingOptions {
    Objects.requireNonNull(archiveUrl);
    Objects.requireNonNull(fork);
    if (targetBranch.isBlank()) {
      throw new IllegalArgumentException("a merge request has a target branch");
    }
  }

  /** Into a branch, without links to an archive. */
  public static PostingOptions into(String targetBranch) {
    return new PostingOptions(targetBranch, Optional.empty(), Optional.empty());
  }

  /** With links to mails. */
  public PostingOptions withArchive(String url) {
    return new PostingOptions(targetBranch, Optional.of(url), fork);
  }

  /** From branches of a fork, for an account that may not push to the project. */
  public PostingOptions withFork(ProjectAddress project) {
    return new PostingOptions(targetBranch, archiveUrl, Optional.of(project));
  }
}
