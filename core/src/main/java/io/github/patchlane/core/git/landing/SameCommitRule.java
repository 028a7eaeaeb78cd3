package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Evidence;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A merge request whose commits were merged as they are: they are on the branch by name. */
final class SameCommitRule implements LandingRule {
  private static final Evidence EVIDENCE =
      new Evidence(Evidence.Kind.PATCH_ID, 1, "the commit itself is on the branch");

  @Override
  public void match(LandingBoard board) {
    Map<CommitId, BranchCommit> known =
        board.freeCommits().stream().collect(Collectors.toMap(BranchCommit::id, c -> c));
    for (LandingCandidate candidate : board.candidates()) {
      if (candidate.patch().id() instanceof CommitId id && board.isFree(candidate)) {
        Optional.ofNullable(known.get(id))
            .ifPresent(commit -> board.land(candidate, commit, EVIDENCE));
      }
    }
  }
}
