package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/**
 * One revision put up for review, until what came after it. RFCs and refreshes are no rounds.
 *
 * @param posting the revision's first posting
 * @param end the next round, the landing or the close; empty while it lasts
 */
public record Round(Revision revision, SourceId posting, Optional<End> end) {
  public Round {
    Objects.requireNonNull(revision);
    Objects.requireNonNull(posting);
    Objects.requireNonNull(end);
  }

  /** What ended it, and when. */
  public record End(Instant at, SourceId by) {
    public End {
      Objects.requireNonNull(at);
      Objects.requireNonNull(by);
    }
  }

  public Instant from() {
    return revision.postedAt();
  }
}
