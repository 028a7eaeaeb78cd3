package io.github.patchlane.core.source;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * A contribution with all that is needed to carry it to another lane.
 *
 * @param contribution as of when it is carried
 * @param revisions one for each of the contribution's, in its order
 * @param texts of covers, patches' notes, replies: by id, in the order of time
 */
public record Posting(
    Contribution contribution, List<Round> revisions, Map<SourceId, MessageText> texts) {
  public Posting {
    Objects.requireNonNull(contribution);
    revisions = List.copyOf(revisions);
    texts = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(texts));
    if (!revisions.stream().map(Round::revision).toList().equals(contribution.revisions())) {
      throw new IllegalArgumentException(
          "the rounds are not the contribution's revisions: " + contribution.id());
    }
  }

  /**
   * One revision with its content.
   *
   * @param patches whole, as many of the revision's as the source holds, by index
   * @param branch the commits that they became, where they apply
   * @param obstacle why there is no branch; empty where there is one, or none was asked for
   * @param rangeDiff what became of each patch since the round before, as {@code git range-diff}
   *     prints it; empty for the first round and where it cannot be known
   */
  public record Round(
      Revision revision,
      List<PatchContent> patches,
      Optional<Branch> branch,
      Optional<Obstacle> obstacle,
      Optional<String> rangeDiff) {
    public Round {
      Objects.requireNonNull(revision);
      patches = List.copyOf(patches);
      Objects.requireNonNull(branch);
      Objects.requireNonNull(obstacle);
      Objects.requireNonNull(rangeDiff);
      if (branch.isPresent() && obstacle.isPresent()) {
        throw new IllegalArgumentException("a branch all the same: " + obstacle.get().reason());
      }
    }
  }

  /**
   * Commits that carry a revision.
   *
   * @param base what the first of them is on
   * @param commits one for each patch that has a change, oldest first
   */
  public record Branch(CommitId base, List<BranchPatch> commits) {
    public Branch {
      Objects.requireNonNull(base);
      commits = List.copyOf(commits);
      if (commits.isEmpty()) {
        throw new IllegalArgumentException("a branch without a commit, on " + base);
      }
    }

    /** Its newest commit. */
    public CommitId head() {
      return commits.get(commits.size() - 1).commit();
    }
  }

  /** A patch and the commit that it became. */
  public record BranchPatch(SourceId patch, CommitId commit) {
    public BranchPatch {
      Objects.requireNonNull(patch);
      Objects.requireNonNull(commit);
    }
  }
}
