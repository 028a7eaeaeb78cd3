package io.github.patchlane.mailinglist.archive;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The commits of a branch, parents before children by their links, never by their clocks; merges
 * are left out, for they bring no mail of their own.
 *
 * <p>Inboxes have one line of history, which is followed by hand at a fraction of a RevWalk's
 * memory. Only where somebody merged does a RevWalk sort it out.
 */
final class History {
  /**
   * A commit at which reading the history came to its end before its time.
   *
   * @param commit the one that can't be read
   */
  record Broken(ObjectId commit, String reason) {}

  private final IdList commits = new IdList();
  private final IdList trees = new IdList();
  private final IdList parentTrees = new IdList();
  private Optional<Broken> broken = Optional.empty();

  private History() {}

  static History of(Repository repository, ObjectReader reader, ObjectId head) throws IOException {
    History line = new History();
    boolean merged = line.followFirstParents(repository, reader, head);
    if (merged) {
      try {
        return sorted(repository, head);
      } catch (IOException e) {
        String reason =
            "the history has merges and a side of one is unreadable; only first parents were"
                + " followed ("
                + e.getMessage()
                + ")";
        line.broken = Optional.of(new Broken(head, reason));
      }
    }
    return line.reversed();
  }

  int size() {
    return commits.size();
  }

  ObjectId commit(int index) {
    return commits.get(index);
  }

  ObjectId tree(int index) {
    return trees.get(index);
  }

  /** The tree of the commit's parent; the zero id for a root. */
  ObjectId parentTree(int index) {
    return parentTrees.get(index);
  }

  /** Why the history does not reach back to its beginning, where it does not. */
  Optional<Broken> broken() {
    return broken;
  }

  /** Collects newest first; returns whether there is a merge. */
  private boolean followFirstParents(Repository repository, ObjectReader reader, ObjectId head)
      throws IOException {
    var shallow = repository.getObjectDatabase().getShallowCommits();
    boolean merged = false;
    Optional<ObjectId> next = Optional.of(head);
    while (next.isPresent()) {
      ObjectId id = next.get();
      RawCommit commit;
      try {
        commit = RawCommit.read(reader, id);
      } catch (IOException | RuntimeException e) {
        // JGit's parsers run past the end of a damaged object without any checked exception.
        String reason =
            "the commit is unreadable, and all mail before it out of reach ("
                + e.getMessage()
                + ")";
        broken = Optional.of(new Broken(id, reason));
        break;
      }
      commits.add(id);
      trees.add(commit.tree());
      boolean cutOff = shallow.contains(id);
      next = cutOff ? Optional.empty() : commit.firstParent();
      merged |= commit.merge() && !cutOff;
    }
    return merged;
  }

  private History reversed() {
    History forward = new History();
    forward.broken = broken;
    ObjectId parentTree = ObjectId.zeroId();
    for (int i = commits.size() - 1; i >= 0; i--) {
      ObjectId tree = trees.get(i);
      forward.commits.add(commits.get(i));
      forward.trees.add(tree);
      forward.parentTrees.add(parentTree);
      parentTree = tree;
    }
    return forward;
  }

  private static History sorted(Repository repository, ObjectId head) throws IOException {
    History history = new History();
    Map<ObjectId, ObjectId> treeOf = new HashMap<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRetainBody(false);
      walk.sort(RevSort.TOPO);
      walk.sort(RevSort.REVERSE, true);
      walk.markStart(walk.parseCommit(head));
      for (RevCommit commit : walk) {
        treeOf.put(commit.getId(), commit.getTree().getId());
        if (commit.getParentCount() > 1) {
          continue;
        }
        history.commits.add(commit);
        history.trees.add(commit.getTree());
        history.parentTrees.add(
            commit.getParentCount() == 0
                ? ObjectId.zeroId()
                : treeOf.getOrDefault(commit.getParent(0).getId(), ObjectId.zeroId()));
      }
    }
    return history;
  }
}
