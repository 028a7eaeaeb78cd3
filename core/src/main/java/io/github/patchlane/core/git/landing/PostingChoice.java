package io.github.patchlane.core.git.landing;

import java.time.Duration;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/**
 * Of several postings that a commit equals, the one it was made of: by its author before by
 * another's, posted before it rather than after, under the commit's own title, and then the nearest
 * in time.
 */
final class PostingChoice {
  /** How far the clocks of a sender and a committer may disagree. */
  static final Duration CLOCKS = Duration.ofHours(1);

  /** Some push first and post for the record. */
  static final Duration POSTED_LATER = Duration.ofDays(7);

  private PostingChoice() {}

  static Optional<LandingCandidate> among(
      Collection<LandingCandidate> postings, BranchCommit commit) {
    return postings.stream()
        .filter(p -> isInTime(p, commit))
        .min(
            Comparator.comparing((LandingCandidate p) -> !sameAuthor(p, commit))
                .thenComparing(p -> !isBefore(p, commit))
                .thenComparing(p -> !sameTitle(p, commit))
                .thenComparing(p -> Duration.between(p.postedAt(), commit.committedAt()).abs())
                .thenComparing(LandingCandidate.BY_TIME));
  }

  static boolean isBefore(LandingCandidate posting, BranchCommit commit) {
    return !posting.postedAt().isAfter(commit.committedAt().plus(CLOCKS));
  }

  static boolean sameAuthor(LandingCandidate posting, BranchCommit commit) {
    return Authors.same(posting.patch().author(), commit.author());
  }

  static boolean sameTitle(LandingCandidate posting, BranchCommit commit) {
    return ComparableTitle.of(posting.patch().subject()).equals(ComparableTitle.of(commit.title()));
  }

  private static boolean isInTime(LandingCandidate posting, BranchCommit commit) {
    return !posting.postedAt().isAfter(commit.committedAt().plus(POSTED_LATER));
  }
}
