package io.github.patchlane.mailinglist.review;

import java.util.List;
import java.util.Objects;

/**
 * What {@code git request-pull} wrote.
 *
 * @param since the commit the changes start from
 * @param repository where to fetch
 * @param ref the tag or branch, empty where none was named
 * @param upTo the last commit, empty in the format of git before 1.7.11
 * @param subjects of its commits, as the shortlog lists them
 */
public record PullRequest(
    String since, String repository, String ref, String upTo, List<String> subjects) {
  public PullRequest {
    Objects.requireNonNull(since);
    Objects.requireNonNull(repository);
    Objects.requireNonNull(ref);
    Objects.requireNonNull(upTo);
    subjects = List.copyOf(subjects);
  }
}
