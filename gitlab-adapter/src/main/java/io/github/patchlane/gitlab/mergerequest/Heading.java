package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.gitlab.identity.User;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a list of merge requests says of each.
 *
 * @param iid its number within the project
 * @param page its address on the web
 * @param title as written, {@code Draft:} included
 * @param state {@code opened}, {@code closed}, {@code merged} or {@code locked}
 * @param draft whether it is one now
 * @param head its newest commit; empty before the server has looked at the branch
 * @param mergeCommit what the merge made of it, where it made anything
 */
public record Heading(
    int iid,
    String page,
    String title,
    String description,
    User author,
    Instant createdAt,
    Instant updatedAt,
    String state,
    boolean draft,
    String sourceBranch,
    String targetBranch,
    Optional<CommitId> head,
    Optional<CommitId> mergeCommit,
    Optional<Instant> mergedAt,
    Optional<User> mergedBy,
    Optional<Instant> closedAt,
    Optional<User> closedBy,
    List<String> labels) {
  public Heading {
    if (iid < 1) {
      throw new IllegalArgumentException("merge requests are counted from 1: " + iid);
    }
    Objects.requireNonNull(page);
    Objects.requireNonNull(title);
    Objects.requireNonNull(description);
    Objects.requireNonNull(author);
    Objects.requireNonNull(createdAt);
    Objects.requireNonNull(updatedAt);
    Objects.requireNonNull(state);
    Objects.requireNonNull(sourceBranch);
    Objects.requireNonNull(targetBranch);
    Objects.requireNonNull(head);
    Objects.requireNonNull(mergeCommit);
    Objects.requireNonNull(mergedAt);
    Objects.requireNonNull(mergedBy);
    Objects.requireNonNull(closedAt);
    Objects.requireNonNull(closedBy);
    labels = List.copyOf(labels);
  }

  /** The title without the words that make a draft of it. */
  public String plainTitle() {
    return DraftTitle.without(title);
  }
}
