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

/**
 * Which postings and which commits of one branch are still to be matched, and what was matched so
 * far.
 */
final class LandingBoard {
  private final List<LandingCandidate> candidates;
  private final List<BranchCommit> commits;
  private final Reversals reversals;
  private final Map<SourceId, List<LandedPatch>> landed = new LinkedHashMap<>();
  private final Map<CommitId, List<LandedPatch>> taken = new HashMap<>();
  private final Map<SourceId, Topic> topics = new HashMap<>();
  private final Map<Topic, LandingCandidate> newestLanded = new HashMap<>();
  private final Set<Topic> landedElsewhere = new HashSet<>();
  private final Set<SourceId> postingsElsewhere = new HashSet<>();

  /** One patch of one contribution, whatever the round. */
  record Topic(String contribution, String title) {
    static Topic of(LandingCandidate candidate) {
      return new Topic(
          candidate.contribution().value(), ComparableTitle.of(candidate.patch().subject()));
    }
  }

  LandingBoard(Collection<LandingCandidate> candidates, Collection<BranchCommit> commits) {
    this.candidates = oncePerPosting(candidates);
    this.commits = commits.stream().sorted(BranchCommit.BY_TIME).toList();
    this.reversals = new Reversals(this.commits);
  }

  /** The same postings on the next branch; what landed on this one is a copy there. */
  LandingBoard next(Collection<BranchCommit> branch) {
    LandingBoard next = new LandingBoard(candidates, branch);
    next.landedElsewhere.addAll(landedElsewhere);
    next.landedElsewhere.addAll(newestLanded.keySet());
    next.postingsElsewhere.addAll(postingsElsewhere);
    next.postingsElsewhere.addAll(landed.keySet());
    return next;
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

  Reversals reversals() {
    return reversals;
  }

  /** The commits that no rule has matched yet, the oldest first. */
  List<BranchCommit> freeCommits() {
    return commits.stream().filter(this::isFree).toList();
  }

  boolean isFree(BranchCommit commit) {
    return !taken.containsKey(commit.id());
  }

  /**
   * Whether it may still land: neither did it already, nor did a later posting of the same patch in
   * its contribution.
   */
  boolean isFree(LandingCandidate candidate) {
    if (landed.containsKey(candidate.patch().id())) {
      return false;
    }
    LandingCandidate newest = newestLanded.get(topic(candidate));
    return newest == null || !candidate.postedAt().isBefore(newest.postedAt());
  }

  /** Whether it, or its like in another round, landed on a branch before this one. */
  boolean landedElsewhere(LandingCandidate candidate) {
    return postingsElsewhere.contains(candidate.patch().id())
        || landedElsewhere.contains(topic(candidate));
  }

  private Topic topic(LandingCandidate candidate) {
    return topics.computeIfAbsent(candidate.patch().id(), id -> Topic.of(candidate));
  }

  void land(LandingCandidate candidate, BranchCommit commit, Evidence evidence) {
    land(candidate, commit, evidence, Landing.Role.WHOLE);
  }

  void land(LandingCandidate candidate, BranchCommit commit, Evidence evidence, Landing.Role role) {
    SourceId patch = candidate.patch().id();
    LandedPatch found =
        new LandedPatch(
            candidate,
            new Landing(
                patch,
                commit.id(),
                commit.committedAt(),
                evidence,
                role == Landing.Role.WHOLE && landedElsewhere(candidate)
                    ? Landing.Role.BACKPORT
                    : role,
                commit.branch().isEmpty() ? Optional.empty() : Optional.of(commit.branch()),
                reversals.of(commit.id())),
            commit.committer(),
            List.of());
    taken.computeIfAbsent(commit.id(), id -> new ArrayList<>()).add(found);
    landed.computeIfAbsent(patch, id -> new ArrayList<>()).add(found);
    newestLanded.merge(
        topic(candidate), candidate, (a, b) -> LandingCandidate.BY_TIME.compare(a, b) < 0 ? b : a);
  }

  /** Takes a landing back and puts it down again in another role. */
  void recast(LandedPatch found, Landing.Role role) {
    LandedPatch changed = found.as(role);
    taken
        .getOrDefault(found.landing().commit(), List.of())
        .replaceAll(f -> f.equals(found) ? changed : f);
    landed
        .getOrDefault(found.landing().patch(), List.of())
        .replaceAll(f -> f.equals(found) ? changed : f);
  }

  List<LandedPatch> landingsOf(SourceId patch) {
    return List.copyOf(landed.getOrDefault(patch, List.of()));
  }

  List<LandedPatch> landingsAt(CommitId commit) {
    return List.copyOf(taken.getOrDefault(commit, List.of()));
  }

  List<LandedPatch> landed() {
    return landed.values().stream().flatMap(List::stream).toList();
  }
}
