package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.Trailer;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** What a search for landings asks of a repository. Calls come from one thread. */
public interface History {
  /** The branches that are looked at, the canonical one first. */
  List<String> branches();

  /**
   * The commits of a branch that no branch before it has, merges left out, in any order.
   *
   * @param from the earliest committer date that counts
   * @param to the latest
   * @param ofInterest whether a commit of these paths is worth opening its files for
   */
  List<BranchCommit> commits(
      String branch, Instant from, Instant to, Predicate<List<String>> ofInterest);

  /** One commit, wherever it lies; empty where it is not here. */
  Optional<BranchCommit> commit(CommitId id);

  /** The trailers of a commit's message that name people; none where it is not here. */
  List<Trailer> trailers(CommitId id);

  /** The stable patch-id of a commit's change; empty where there is none or it is not here. */
  Optional<PatchId> patchId(CommitId id);

  /** What commits change against their first parents; those that are not here are left out. */
  Map<CommitId, Change> changes(Collection<CommitId> commits);
}
