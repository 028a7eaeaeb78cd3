package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.Evidence;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A commit of the same title by the same author, within a year of the posting, that touches some of
 * the same files: what a maintainer edited on the way in.
 */
final class SubjectAuthorRule implements LandingRule {
  private static final Duration WINDOW = Duration.ofDays(365);

  private final Map<String, List<LandingCandidate>> byTitle = new HashMap<>();

  @Override
  public void match(LandingBoard board) {
    for (LandingCandidate candidate : board.candidates()) {
      String title = ComparableTitle.of(candidate.patch().subject());
      if (!title.isEmpty()) {
        byTitle.computeIfAbsent(title, t -> new ArrayList<>()).add(candidate);
      }
    }
    for (BranchCommit commit : board.freeCommits()) {
      match(board, commit);
    }
  }

  private void match(LandingBoard board, BranchCommit commit) {
    List<LandingCandidate> pool =
        byTitle.getOrDefault(ComparableTitle.of(commit.title()), List.of()).stream()
            .filter(board::isFree)
            .filter(c -> PostingChoice.sameAuthor(c, commit))
            .filter(c -> PostingChoice.isBefore(c, commit))
            .filter(c -> !c.postedAt().plus(WINDOW).isBefore(commit.committedAt()))
            .filter(c -> !contradicts(c, commit))
            .toList();
    Optional<LandingCandidate> found = PostingChoice.among(pool, commit);
    found.ifPresent(c -> board.land(c, commit, evidence(c, commit)));
  }

  private static boolean contradicts(LandingCandidate candidate, BranchCommit commit) {
    OptionalDouble shared = sharedPaths(candidate, commit);
    return shared.isPresent() && shared.getAsDouble() == 0;
  }

  /** The share of the files of both that both touch; empty where either side's are unknown. */
  private static OptionalDouble sharedPaths(LandingCandidate candidate, BranchCommit commit) {
    List<String> paths = candidate.patch().stat().paths();
    if (paths.isEmpty() || commit.paths().isEmpty()) {
      return OptionalDouble.empty();
    }
    Set<String> union = new HashSet<>(paths);
    union.addAll(commit.paths());
    Set<String> both = new HashSet<>(paths);
    both.retainAll(Set.copyOf(commit.paths()));
    return OptionalDouble.of((double) both.size() / union.size());
  }

  private static Evidence evidence(LandingCandidate candidate, BranchCommit commit) {
    OptionalDouble shared = sharedPaths(candidate, commit);
    String detail =
        shared.isPresent()
            ? String.format(
                Locale.ROOT,
                "same title and author, %.0f %% of the files in common",
                100 * shared.getAsDouble())
            : "same title and author, files unknown";
    double confidence = Math.round(60 + 30 * shared.orElse(0)) / 100.0;
    return new Evidence(Evidence.Kind.SUBJECT_AUTHOR, confidence, detail);
  }
}
