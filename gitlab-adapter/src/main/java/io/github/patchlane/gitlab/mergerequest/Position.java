package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.CommitId;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The place in a diff that a note is about. An added line has a new number only, a removed one an
 * old number only, a context line both; a note on a whole file or an image has neither.
 *
 * @param base where the request's branch parts from its target
 * @param start the target branch at the time
 * @param head the version of the diff
 * @param oldPath before the change
 * @param newPath after the change
 */
public record Position(
    Optional<CommitId> base,
    Optional<CommitId> start,
    CommitId head,
    String oldPath,
    String newPath,
    OptionalInt oldLine,
    OptionalInt newLine) {
  public Position {
    Objects.requireNonNull(base);
    Objects.requireNonNull(start);
    Objects.requireNonNull(head);
    Objects.requireNonNull(oldPath);
    Objects.requireNonNull(newPath);
    Objects.requireNonNull(oldLine);
    Objects.requireNonNull(newLine);
  }
}
