package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.diff.NetChange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What was reverted and put back without being posted anew: by a revert of the revert, by the same
 * change or under the same title.
 */
final class AgainRule implements LandingRule {
  private final Map<CommitId, BranchCommit> undoes = new HashMap<>();
  private final Map<Object, List<BranchCommit>> reverted = new HashMap<>();

  @Override
  public void match(LandingBoard board) {
    for (BranchCommit commit : board.commits()) {
      Optional<BranchCommit> by = board.reversals().by(commit.id());
      if (by.isPresent()) {
        undoes.put(by.get().id(), commit);
        for (Object key : keys(commit)) {
          reverted.computeIfAbsent(key, k -> new ArrayList<>()).add(commit);
        }
      }
    }
    if (undoes.isEmpty()) {
      return;
    }
    // A revert of a revert undoes the revert; what that had undone is back.
    undoes.forEach(
        (revert, first) ->
            board
                .reversals()
                .by(revert)
                .ifPresent(back -> land(board, first, back, 0.97, "the revert was reverted")));
    for (BranchCommit commit : board.freeCommits()) {
      for (Object key : keys(commit)) {
        for (BranchCommit first : reverted.getOrDefault(key, List.of())) {
          if (board.isFree(commit) && isAfterRevert(board, first, commit)) {
            boolean change = key instanceof NetChange;
            land(
                board,
                first,
                commit,
                change ? 0.95 : 0.8,
                change ? "the same change after it was reverted" : "the same title after a revert");
          }
        }
      }
    }
  }

  private static List<Object> keys(BranchCommit commit) {
    List<Object> keys = new ArrayList<>(commit.changes());
    String title = ComparableTitle.of(commit.title());
    keys.add(title.startsWith("reapply \"") ? title.substring(9, title.length() - 1) : title);
    return keys;
  }

  private static boolean isAfterRevert(
      LandingBoard board, BranchCommit first, BranchCommit commit) {
    return board
        .reversals()
        .by(first.id())
        .filter(revert -> !revert.equals(commit))
        .filter(revert -> !commit.committedAt().isBefore(revert.committedAt()))
        .isPresent();
  }

  private static void land(
      LandingBoard board, BranchCommit first, BranchCommit again, double confidence, String why) {
    if (!board.isFree(again)) {
      return;
    }
    for (LandedPatch landed : board.landingsAt(first.id())) {
      Evidence.Kind kind = confidence > 0.9 ? Evidence.Kind.PATCH_ID : Evidence.Kind.SUBJECT_AUTHOR;
      double sure = Math.min(confidence, landed.landing().evidence().confidence());
      board.land(landed.candidate(), again, new Evidence(kind, sure, why), Landing.Role.AGAIN);
    }
  }
}
