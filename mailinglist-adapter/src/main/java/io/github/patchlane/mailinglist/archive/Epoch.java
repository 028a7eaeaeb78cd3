package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.UnreadableSourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.treewalk.CanonicalTreeParser;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** One git repository of an inbox: all of a v1 inbox, one epoch of a v2 inbox. */
final class Epoch implements AutoCloseable {
  private static final int V1_PATH = 41;

  /** Enough that no other thread still reads from the one that goes. */
  private static final int REPOSITORIES_KEPT = 8;

  private static final int MOST_RENEWALS = 2000;

  private static final int TREES_A_TASK = 512;
  private static final int TREES_AT_ONCE = 16 * TREES_A_TASK;

  private final Path path;
  private int renewals;
  private final Deque<Repository> opened = new ArrayDeque<>();

  private Epoch(Path path, Repository repository) {
    this.path = path;
    opened.push(repository);
  }

  /**
   * @param gitDir the repository itself, not its work tree
   */
  static Epoch open(Path gitDir) {
    JGitSetup.once();
    try {
      return new Epoch(gitDir, repository(gitDir));
    } catch (IOException | RuntimeException e) {
      throw damaged(gitDir, e);
    }
  }

  private static Repository repository(Path gitDir) throws IOException {
    return new FileRepositoryBuilder()
        .setGitDir(gitDir.toFile())
        .setBare()
        .setMustExist(true)
        .build();
  }

  synchronized Repository repository() {
    return opened.getFirst();
  }

  /**
   * The repository opened anew, unless that has happened since the one that failed; or that one
   * still, where so much is missing that trying on is no use.
   */
  synchronized Repository renewed(Repository failed) throws IOException {
    if (opened.getFirst() == failed && renewals < MOST_RENEWALS) {
      renewals++;
      opened.push(repository(path));
      if (opened.size() > REPOSITORIES_KEPT) {
        opened.removeLast().close();
      }
    }
    return opened.getFirst();
  }

  Path path() {
    return path;
  }

  /** The commit to read from: HEAD's, else master's, main's, or that of the only branch. */
  Optional<ObjectId> head() {
    try {
      Repository repository = repository();
      for (String name : List.of(Constants.HEAD, "refs/heads/master", "refs/heads/main")) {
        Ref ref = repository.exactRef(name);
        if (ref != null && ref.getObjectId() != null) {
          return Optional.of(ref.getObjectId());
        }
      }
      List<Ref> branches = repository.getRefDatabase().getRefsByPrefix(Constants.R_HEADS);
      return branches.size() == 1
          ? Optional.ofNullable(branches.get(0).getObjectId())
          : Optional.empty();
    } catch (IOException e) {
      throw damaged(path, e);
    }
  }

  void mustBeInbox(ObjectId head) {
    try (ObjectReader reader = repository().newObjectReader()) {
      if (Layout.of(reader, head).isEmpty()) {
        throw new UnreadableSourceException(
            "the git repository "
                + path
                + " is no public-inbox: its newest commits hold neither a mail \"m\" nor mails"
                + " named by hash; name a clone of an inbox");
      }
    } catch (IOException e) {
      throw damaged(path, e);
    }
  }

  /** Adds this epoch's mails and deletions to the index. */
  void index(InboxIndex index) {
    index.startEpoch();
    Optional<ObjectId> head = head();
    if (head.isEmpty()) {
      return;
    }
    try (ObjectReader reader = repository().newObjectReader()) {
      History history = History.of(repository(), reader, head.get());
      history.broken().ifPresent(broken -> index.addUnreadable(broken.commit(), broken.reason()));
      if (Layout.of(reader, head.get()).equals(Optional.of(Layout.V1))) {
        indexV1(reader, history, index);
      } else {
        indexV2(history, index);
      }
    } catch (IOException e) {
      throw damaged(path, e);
    }
  }

  private void indexV2(History history, InboxIndex index) {
    ObjectId mail = ObjectId.zeroId();
    ObjectId taken = ObjectId.zeroId();
    for (int from = 0; from < history.size(); from += TREES_AT_ONCE) {
      for (V2Tree tree : trees(history, from)) {
        if (!tree.reason().isEmpty()) {
          index.addUnreadable(history.commit(tree.place()), tree.reason());
          continue;
        }
        if (!tree.taken().equals(taken) && !tree.taken().equals(ObjectId.zeroId())) {
          index.deleteBlob(tree.taken());
        }
        if (!tree.mail().equals(mail) && !tree.mail().equals(ObjectId.zeroId())) {
          index.add(history.commit(tree.place()), tree.mail(), ObjectId.zeroId());
        }
        mail = tree.mail();
        taken = tree.taken();
      }
    }
  }

  /** The next trees that are not as the one before, read on all processors. */
  private List<V2Tree> trees(History history, int from) {
    int to = Math.min(from + TREES_AT_ONCE, history.size());
    return IntStream.iterate(from, at -> at < to, at -> at + TREES_A_TASK)
        .boxed()
        .toList()
        .parallelStream()
        .flatMap(at -> V2Tree.read(this, history, at, Math.min(at + TREES_A_TASK, to)).stream())
        .toList();
  }

  private static void indexV1(ObjectReader reader, History history, InboxIndex index) {
    for (int i = 0; i < history.size(); i++) {
      try (TreeWalk walk = new TreeWalk(reader)) {
        walk.setRecursive(true);
        walk.setFilter(TreeFilter.ANY_DIFF);
        if (history.parentTree(i).equals(ObjectId.zeroId())) {
          walk.addTree(new CanonicalTreeParser());
        } else {
          walk.addTree(history.parentTree(i));
        }
        walk.addTree(history.tree(i));
        while (walk.next()) {
          changedV1(walk, history.commit(i), index);
        }
      } catch (IOException | RuntimeException e) {
        // As above: damage shows as either.
        index.addUnreadable(
            history.commit(i), "the commit's tree is unreadable: " + e.getMessage());
      }
    }
  }

  private static void changedV1(TreeWalk walk, ObjectId commit, InboxIndex index) {
    String name = walk.getPathString();
    String hex = name.replace("/", "");
    if (name.length() != V1_PATH || name.charAt(2) != '/' || !ObjectId.isId(hex)) {
      return;
    }
    ObjectId path = ObjectId.fromString(hex);
    if (isFile(walk.getRawMode(0))) {
      index.deletePath(path);
    }
    if (isFile(walk.getRawMode(1))) {
      index.add(commit, walk.getObjectId(1), path);
    }
  }

  static boolean isFile(int rawMode) {
    return (rawMode & FileMode.TYPE_MASK) == FileMode.TYPE_FILE;
  }

  static UnreadableSourceException damaged(Path path, Exception cause) {
    return new UnreadableSourceException(
        "cannot read the git repository "
            + path
            + ": "
            + String.valueOf(cause.getMessage()).lines().findFirst().orElse("")
            + "; try git fsck there, or clone it again",
        cause);
  }

  @Override
  public synchronized void close() {
    opened.forEach(Repository::close);
  }
}
