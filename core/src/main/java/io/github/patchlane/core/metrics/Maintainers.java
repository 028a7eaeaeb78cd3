package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Person;
import java.time.Instant;
import java.util.Set;

/**
 * Who looks after which files, as far as somebody wrote it down; {@link
 * io.github.patchlane.core.policy.MaintainersHistory} knows it from a repository.
 */
@FunctionalInterface
public interface Maintainers {
  /** Nobody is known to maintain anything. */
  Maintainers UNKNOWN = (path, at) -> Set.of();

  /**
   * The maintainers of one file at a time, as their identities were resolved.
   *
   * @param path from the repository's root, with forward slashes
   */
  Set<Person> of(String path, Instant at);
}
