package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.diff.NetChange;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * What a search keeps of one commit that is no merge.
 *
 * @param branch the first of the branches looked at that has it; empty where it was looked up by
 *     name
 * @param text what its message says
 * @param paths that it touches, sorted, both names of a rename; empty where that is unknown, as at
 *     the edge of a shallow clone
 * @param changes what it does, once with renames found and once without where that differs; empty
 *     where it is unknown or of no candidate's interest
 */
public record BranchCommit(
    CommitId id,
    String branch,
    CommitText text,
    Person author,
    Person committer,
    Instant committedAt,
    List<String> paths,
    List<NetChange> changes) {
  static final Comparator<BranchCommit> BY_TIME =
      Comparator.comparing(BranchCommit::committedAt).thenComparing(c -> c.id().value());

  public BranchCommit {
    paths = List.copyOf(paths);
    changes = List.copyOf(changes);
  }

  /** Whether the one came clearly before the other; clocks of committers differ. */
  static boolean isBefore(BranchCommit a, BranchCommit b) {
    return a.committedAt().plus(PostingChoice.CLOCKS).isBefore(b.committedAt());
  }

  String title() {
    return text.title();
  }

  List<String> links() {
    return text.links();
  }
}
