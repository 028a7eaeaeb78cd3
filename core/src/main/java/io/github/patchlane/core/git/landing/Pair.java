package io.github.patchlane.core.git.landing;

import java.util.Comparator;

/**
 * A posting and a commit that may be one.
 *
 * @param probability that the commit was made of some round of this patch
 */
record Pair(LandingCandidate posting, BranchCommit commit, Likeness likeness, double probability) {
  static final Comparator<Pair> BEST_FIRST =
      Comparator.comparingDouble(Pair::probability)
          .reversed()
          .thenComparing(p -> p.commit().id().value())
          .thenComparing(Pair::posting, LandingCandidate.BY_TIME);

  boolean sameTitleAndAuthor() {
    return likeness.author() && PostingChoice.sameTitle(posting, commit);
  }
}
