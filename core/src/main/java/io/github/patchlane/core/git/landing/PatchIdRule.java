package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.diff.NetChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The commit makes the same change. Candidates come from an index of net changes, which no diff
 * algorithm has a say in. Where several patches come to the same lines, the patch-id of the commit
 * then tells equal hunks from equal lines in other hunks.
 */
final class PatchIdRule implements LandingRule {
  /** Fewer lines than that may be equal by chance, such as one more entry in a list. */
  private static final int TELLING_LINES = 5;

  private final Function<CommitId, Optional<PatchId>> patchIds;
  private final Map<NetChange, List<LandingCandidate>> byChange = new HashMap<>();
  private final Map<NetChange, LandingCandidate> undone = new HashMap<>();

  /** Those without a net change, whose patch-id is all there is. */
  private final Map<List<String>, List<LandingCandidate>> byPaths = new HashMap<>();

  PatchIdRule(Function<CommitId, Optional<PatchId>> patchIds) {
    this.patchIds = patchIds;
  }

  @Override
  public void match(LandingBoard board) {
    for (LandingCandidate candidate : board.candidates()) {
      if (candidate.patch().netChange().isPresent()) {
        put(byChange, candidate.patch().netChange().get(), candidate);
      } else if (candidate.patch().patchId().isPresent()) {
        put(byPaths, candidate.patch().stat().paths(), candidate);
      }
    }
    for (BranchCommit commit : board.freeCommits()) {
      match(board, commit);
    }
  }

  private static <K> void put(
      Map<K, List<LandingCandidate>> index, K key, LandingCandidate candidate) {
    index.computeIfAbsent(key, k -> new ArrayList<>()).add(candidate);
  }

  private void match(LandingBoard board, BranchCommit commit) {
    Set<LandingCandidate> pool = new LinkedHashSet<>();
    commit.changes().forEach(c -> pool.addAll(byChange.getOrDefault(c, List.of())));
    if (!commit.paths().isEmpty()) {
      pool.addAll(byPaths.getOrDefault(commit.paths(), List.of()));
    }
    pool.removeIf(c -> !board.isFree(c) || isSpent(c));
    if (pool.isEmpty()) {
      return;
    }
    boolean oneOfAKind =
        pool.stream().allMatch(c -> c.patch().netChange().isPresent())
            && pool.stream().map(c -> c.patch().patchId()).distinct().count() == 1;
    if (!oneOfAKind) {
      Optional<PatchId> id = patchIds.apply(commit.id());
      List<LandingCandidate> equal =
          pool.stream().filter(c -> id.isPresent() && c.patch().patchId().equals(id)).toList();
      Optional<LandingCandidate> exact = PostingChoice.among(equal, commit);
      if (exact.isPresent()) {
        land(board, exact.get(), commit, true);
        return;
      }
    }
    List<LandingCandidate> sameLines =
        pool.stream()
            .filter(c -> c.patch().netChange().isPresent() && isTelling(c, commit))
            .toList();
    PostingChoice.among(sameLines, commit).ifPresent(c -> land(board, c, commit, false));
  }

  private void land(
      LandingBoard board, LandingCandidate candidate, BranchCommit commit, boolean exact) {
    board.land(candidate, commit, evidence(candidate, commit, exact));
    if (board.reversals().of(commit.id()).isPresent()) {
      candidate.patch().netChange().ifPresent(change -> undone.put(change, candidate));
    }
  }

  /** What was posted before an equal one that landed and was reverted cannot be what came after. */
  private boolean isSpent(LandingCandidate candidate) {
    return candidate
        .patch()
        .netChange()
        .map(undone::get)
        .filter(first -> !candidate.postedAt().isAfter(first.postedAt()))
        .isPresent();
  }

  private static boolean isTelling(LandingCandidate candidate, BranchCommit commit) {
    return PostingChoice.sameTitle(candidate, commit)
        || PostingChoice.sameAuthor(candidate, commit)
        || candidate.patch().stat().added() + candidate.patch().stat().removed() >= TELLING_LINES;
  }

  private static Evidence evidence(LandingCandidate candidate, BranchCommit commit, boolean exact) {
    boolean supported =
        PostingChoice.sameTitle(candidate, commit) || PostingChoice.sameAuthor(candidate, commit);
    boolean late = !PostingChoice.isBefore(candidate, commit);
    int percent = (exact ? 99 : 97) - (supported ? 0 : 7) - (late ? 10 : 0);
    String what = exact ? "equal stable patch-ids" : "the same lines changed in the same files";
    String detail = what + (late ? ", committed before it was posted" : "");
    return new Evidence(Evidence.Kind.PATCH_ID, percent / 100.0, detail);
  }
}
