package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Landing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Which commits of a branch undo which others: by the name in {@code This reverts commit}, and
 * where none is given by the title in {@code Revert "title"}.
 */
final class Reversals {
  private static final String REVERT = "revert \"";

  private final Map<CommitId, BranchCommit> undoneBy = new HashMap<>();
  private final CommitNameIndex names;

  /**
   * @param commits the oldest first
   */
  Reversals(List<BranchCommit> commits) {
    names = new CommitNameIndex(commits);
    Map<String, BranchCommit> byTitle = new TreeMap<>();
    for (BranchCommit commit : commits) {
      String title = ComparableTitle.of(commit.title());
      List<BranchCommit> named =
          commit.text().undone().stream().flatMap(name -> names.find(name).stream()).toList();
      // What is undone lies before, and a commit that only tells of a revert is none itself.
      named.stream()
          .filter(undone -> !BranchCommit.isBefore(commit, undone) && !undone.equals(commit))
          .forEach(undone -> undoneBy.putIfAbsent(undone.id(), commit));
      if (commit.text().undone().isEmpty() && isRevert(title)) {
        Optional.ofNullable(byTitle.get(undoneTitle(title)))
            .ifPresent(undone -> undoneBy.putIfAbsent(undone.id(), commit));
      }
      byTitle.put(title, commit);
    }
  }

  Optional<Landing.Reversal> of(CommitId commit) {
    return by(commit).map(c -> new Landing.Reversal(c.id(), c.committedAt()));
  }

  /** The commit that undid this one. */
  Optional<BranchCommit> by(CommitId commit) {
    return Optional.ofNullable(undoneBy.get(commit));
  }

  /** Whether the title is a revert's own, as {@link ComparableTitle} has it. */
  static boolean isRevert(String title) {
    return title.startsWith(REVERT) && title.endsWith("\"");
  }

  private static String undoneTitle(String title) {
    return title.substring(REVERT.length(), title.length() - 1);
  }

  /** How many reverts of reverts a title is: two titles that differ in that are opposites. */
  static int depth(String title) {
    String rest = ComparableTitle.of(title);
    int depth = 0;
    while (rest.startsWith(REVERT)) {
      rest = rest.substring(REVERT.length());
      depth++;
    }
    return depth;
  }
}
