package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.State;
import java.time.Instant;
import java.util.Objects;

/**
 * How and when a contribution ended.
 *
 * @param state landed, declined, withdrawn or superseded
 */
public record Ending(State state, Instant at, SourceId by) {
  public Ending {
    Objects.requireNonNull(state);
    Objects.requireNonNull(at);
    Objects.requireNonNull(by);
  }
}
