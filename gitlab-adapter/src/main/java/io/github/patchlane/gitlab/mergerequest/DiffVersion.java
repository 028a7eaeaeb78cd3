package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.CommitId;
import java.time.Instant;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One state of a request's branch, as pushed.
 *
 * @param id the server's number for it; empty where it was found by the note about the push
 * @param head its newest commit; empty where only the push is known
 * @param base where it parts from the target branch; empty where that is to be found in git
 * @param start the target branch when it was pushed
 * @param createdAt when it was pushed
 * @param patchId the server's own identity of the whole change, where it gives one
 */
public record DiffVersion(
    OptionalLong id,
    Optional<CommitId> head,
    Optional<CommitId> base,
    Optional<CommitId> start,
    Instant createdAt,
    Optional<String> patchId) {
  /** As they were pushed. */
  public static final Comparator<DiffVersion> BY_TIME =
      Comparator.comparing(DiffVersion::createdAt)
          .thenComparing(v -> v.id().orElse(0))
          .thenComparing(v -> v.head().map(CommitId::value).orElse(""));

  public DiffVersion {
    Objects.requireNonNull(id);
    Objects.requireNonNull(head);
    Objects.requireNonNull(base);
    Objects.requireNonNull(start);
    Objects.requireNonNull(createdAt);
    Objects.requireNonNull(patchId);
  }
}
