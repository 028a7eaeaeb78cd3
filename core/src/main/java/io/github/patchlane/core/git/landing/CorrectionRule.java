package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.SourceId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a person said beats everything, even that one commit holds two patches.
 *
 * @param anywhere whether a commit counts that is on none of the branches: so it is for the first
 */
record CorrectionRule(
    Map<SourceId, CommitId> landed,
    boolean anywhere,
    Function<CommitId, Optional<BranchCommit>> repository)
    implements LandingRule {
  @Override
  public void match(LandingBoard board) {
    if (landed.isEmpty()) {
      return;
    }
    Map<CommitId, BranchCommit> known =
        board.commits().stream().collect(Collectors.toMap(BranchCommit::id, c -> c));
    for (LandingCandidate candidate : board.candidates()) {
      Optional.ofNullable(landed.get(candidate.patch().id()))
          .flatMap(
              id ->
                  Optional.ofNullable(known.get(id))
                      .or(() -> anywhere ? repository.apply(id) : Optional.empty()))
          .ifPresent(
              commit ->
                  board.land(
                      candidate,
                      commit,
                      new Evidence(Evidence.Kind.CORRECTION, 1, "corrected by hand")));
    }
  }
}
