package io.github.patchlane.gitlab.posting;

import java.util.Objects;
import java.util.Optional;

/**
 * How contributions are posted.
 *
 * @param targetBranch what merge requests are to be merged into
 * @param archiveUrl where mails can be read: the message-id goes in place of {@code %s}, or behind;
 *     empty where the list has no archive on the web
 */
public record PostingOptions(String targetBranch, Optional<String> archiveUrl) {
  public PostingOptions {
    Objects.requireNonNull(archiveUrl);
    if (targetBranch.isBlank()) {
      throw new IllegalArgumentException("a merge request has a target branch");
    }
  }

  /** Into a branch, without links to an archive. */
  public static PostingOptions into(String targetBranch) {
    return new PostingOptions(targetBranch, Optional.empty());
  }

  /** With links to mails. */
  public PostingOptions withArchive(String url) {
    return new PostingOptions(targetBranch, Optional.of(url));
  }
}
