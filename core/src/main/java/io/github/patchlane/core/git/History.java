package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The past of some branches, as a search for bases wants it. */
interface History {
  /** Every commit of the branches between the two times, both included, with these paths only. */
  List<HistoryCommit> commits(Set<String> paths, Instant from, Instant to);

  /**
   * What lies at these paths in one commit, be it on a branch or not: the ids of the files that are
   * there.
   *
   * @return empty where there is no such commit
   */
  Optional<Map<String, String>> files(CommitId commit, Set<String> paths);

  /** A file's bytes by its full id; empty where they are not here, or too large to be looked at. */
  Optional<byte[]> content(String blob);
}
