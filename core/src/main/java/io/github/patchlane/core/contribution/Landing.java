package io.github.patchlane.core.contribution;

import java.time.Instant;
import java.util.Objects;

/**
 * One patch that reached the canonical branch.
 *
 * @param patch the posting that landed
 * @param commit the commit it became
 * @param landedAt the commit's committer date
 * @param evidence how the two were matched
 */
public record Landing(SourceId patch, CommitId commit, Instant landedAt, Evidence evidence) {
  public Landing {
    Objects.requireNonNull(patch);
    Objects.requireNonNull(commit);
    Objects.requireNonNull(landedAt);
    Objects.requireNonNull(evidence);
  }
}
