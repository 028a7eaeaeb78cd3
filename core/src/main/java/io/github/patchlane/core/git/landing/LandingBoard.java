package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.SourceId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which postings and which commits are still to be matched, and what was matched so far. */
final class LandingBoard {
  private final List<LandingCandidate> candidates;
  private final List<BranchCommit> commits;
  private final Map<SourceId, LandedPatch> landed = new LinkedHashMap<>();
  private final Set<CommitId> taken = new HashSet<>();
  private final Map<Topic, LandingCandidate> newestLanded = new HashMap<>();

  /** One patch of one contribution, whatever the round. */
  private record Topic(String contribution, String title) {
    static Topic of(LandingCandidate candidate) {
      return new Topic(
          candidate.contribution().value(), ComparableTitle.of(candidate.patch().subject()));
    }
  }

  LandingBoard(Collection<LandingCandidate> candidates, Collection<BranchCommit> commits) {
    this.candidates = oncePerPosting(candidates);
    this.commits = commits.stream().sorted(BranchCommit.BY_TIME).toList();
  }

  /** A patch that a later round kept is one posting: its first. */
  private static List<LandingCandidate> oncePerPosting(Collection<LandingCandidate> candidates) {
    Map<SourceId, LandingCandidate> first = new LinkedHashMap<>();
    candidates.stream()
        .sorted(LandingCandidate.BY_TIME)
        .forEach(c -> first.putIfAbsent(c.patch().id(), c));
    return List.copyOf(first.values());
  }

  /** All of them, by time of posting. */
  List<LandingCandidate> candidates() {
    return candidates;
  }

  /** All of them, the oldest first. */
  List<BranchCommit> commits() {
    return commits;
  }

  /** The commits that no rule has matched yet, the oldest first. */
  List<BranchCommit> freeCommits() {
    return commits.stream().filter(this::isFree).toList();
  }

  boolean isFree(BranchCommit commit) {
    return !taken.contains(commit.id());
  }

  /**
   * Whether it may still land: neither did it already, nor did a later posting of the same patch in
   * its contribution.
   */
  boolean isFree(LandingCandidate candidate) {
    if (landed.containsKey(candidate.patch().id())) {
      return false;
    }
    LandingCandidate newest = newestLanded.get(Topic.of(candidate));
    return newest == null || !candidate.postedAt().isBefore(newest.postedAt());
  }

  void land(LandingCandidate candidate, BranchCommit commit, Evidence evidence) {
    SourceId patch = candidate.patch().id();
    taken.add(commit.id());
    landed.put(
        patch,
        new LandedPatch(
            candidate,
            new Landing(patch, commit.id(), commit.committedAt(), evidence),
            commit.committer()));
    newestLanded.merge(
        Topic.of(candidate),
        candidate,
        (a, b) -> LandingCandidate.BY_TIME.compare(a, b) < 0 ? b : a);
  }

  Optional<LandedPatch> landingOf(SourceId patch) {
    return Optional.ofNullable(landed.get(patch));
  }

  List<LandedPatch> landed() {
    return new ArrayList<>(landed.values());
  }
}
