package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.Evidence;
import java.util.List;
import java.util.Objects;

/**
 * The postings that are revisions of one thing.
 *
 * @param rounds by time, at least one
 */
record Effort(List<Round> rounds) {
  Effort {
    rounds = List.copyOf(rounds);
    if (rounds.isEmpty()) {
      throw new IllegalArgumentException("an effort has at least one posting");
    }
  }

  /**
   * One posting and why it is here.
   *
   * @param evidence of its link to an earlier posting; the first has none to link to
   */
  record Round(Posting posting, Evidence evidence) {
    Round {
      Objects.requireNonNull(posting);
      Objects.requireNonNull(evidence);
    }
  }
}
