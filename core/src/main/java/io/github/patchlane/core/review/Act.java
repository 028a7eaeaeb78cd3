package io.github.patchlane.core.review;

import io.github.patchlane.core.contribution.SourceId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * What every event has in common: who did it, when, to which revision, and where it can be read.
 *
 * @param at by the lane's clock rule
 * @param by who
 * @param revision the number of the revision it concerns, empty where it concerns the whole
 * @param on the posting it answers: a mail or a commit
 * @param source where it is written: a mail, a note's address, a commit
 */
public record Act(
    Instant at, Actor by, OptionalInt revision, Optional<SourceId> on, SourceId source) {
  public Act {
    Objects.requireNonNull(at);
    Objects.requireNonNull(by);
    Objects.requireNonNull(revision);
    Objects.requireNonNull(on);
    Objects.requireNonNull(source);
  }
}
