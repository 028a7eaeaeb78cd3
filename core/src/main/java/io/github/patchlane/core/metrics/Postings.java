package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.review.ReviewEvent;

/** By which name a revision can be looked up. */
final class Postings {
  private Postings() {}

  static SourceId nameOf(Contribution contribution, Revision revision) {
    return revision
        .postings()
        .findFirst()
        .or(
            () ->
                contribution.events().stream()
                    .filter(ReviewEvent.RevisionPosted.class::isInstance)
                    .filter(e -> e.act().revision().orElse(-1) == revision.number())
                    .map(e -> e.act().source())
                    .findFirst())
        // Neither cover nor patch nor event names it: the contribution's own name must do.
        .orElseGet(() -> new MessageId(contribution.id().value()));
  }
}
