package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.MessageId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What a sender writes down about where a posting comes from.
 *
 * @param changeId b4's name for the effort, the same in every revision
 * @param base the commit that the patches apply to
 * @param earlier the mails that are said to hold earlier revisions, in order of appearance
 */
record Declarations(Optional<String> changeId, Optional<CommitId> base, List<MessageId> earlier) {
  static final Declarations NONE = new Declarations(Optional.empty(), Optional.empty(), List.of());

  Declarations {
    Objects.requireNonNull(changeId);
    Objects.requireNonNull(base);
    earlier = List.copyOf(earlier);
  }
}
