package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.CommitId;
import java.time.Instant;
import java.util.Objects;

/**
 * A pipeline or a status that came to a result.
 *
 * @param name of the status, {@code pipeline} for a pipeline
 * @param commit what was checked
 * @param at when the result was there
 * @param page where it can be looked at, empty where nowhere
 */
public record Check(String name, CommitId commit, boolean passed, Instant at, String page) {
  public Check {
    Objects.requireNonNull(name);
    Objects.requireNonNull(commit);
    Objects.requireNonNull(at);
    Objects.requireNonNull(page);
  }
}
