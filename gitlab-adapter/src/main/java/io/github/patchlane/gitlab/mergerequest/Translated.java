package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.source.Problem;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * What became of one merge request.
 *
 * @param problems what of it could not be placed
 * @param clockFixes how many instants could not be true and were not taken as written
 * @param newest the newest thing known of it
 */
public record Translated(
    Contribution contribution, List<Problem> problems, int clockFixes, Instant newest) {
  public Translated {
    Objects.requireNonNull(contribution);
    problems = List.copyOf(problems);
    Objects.requireNonNull(newest);
  }
}
