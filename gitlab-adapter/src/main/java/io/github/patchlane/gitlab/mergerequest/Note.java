package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.gitlab.identity.User;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * What somebody wrote, or what the server wrote down about what somebody did.
 *
 * @param id empty in exports since GitLab 17
 * @param body as written, in Markdown
 * @param system whether the server wrote it
 * @param action what a system note is about, in the server's word; empty where it is not said, as
 *     over REST, where the body alone must tell
 * @param position for a note on the diff; in exports where it was first put
 * @param commit for a note on one commit's own diff
 * @param internal whether only members may read it
 * @param resolvedBy who called the matter settled
 */
public record Note(
    OptionalLong id,
    String body,
    boolean system,
    Optional<String> action,
    User author,
    Instant createdAt,
    Optional<Position> position,
    Optional<CommitId> commit,
    boolean internal,
    Optional<Instant> resolvedAt,
    Optional<User> resolvedBy) {
  public Note {
    Objects.requireNonNull(id);
    Objects.requireNonNull(body);
    Objects.requireNonNull(action);
    Objects.requireNonNull(author);
    Objects.requireNonNull(createdAt);
    Objects.requireNonNull(position);
    Objects.requireNonNull(commit);
    Objects.requireNonNull(resolvedAt);
    Objects.requireNonNull(resolvedBy);
  }
}
