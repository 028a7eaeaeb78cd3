package io.github.patchlane.core.git.landing;

import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Commits by their names in full or in short. */
final class CommitNameIndex {
  private final TreeMap<String, BranchCommit> byName = new TreeMap<>();

  CommitNameIndex(Collection<BranchCommit> commits) {
    commits.forEach(commit -> byName.put(commit.id().value(), commit));
  }

  /** The one whose name begins so; empty where there is none, or several. */
  Optional<BranchCommit> find(String name) {
    SortedMap<String, BranchCommit> found = byName.subMap(name, name + 'g');
    return found.size() == 1 ? Optional.of(found.values().iterator().next()) : Optional.empty();
  }
}
