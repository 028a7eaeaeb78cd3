package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.UnreadableSourceException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
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
    try (EpochReader reader = new EpochReader(this)) {
      indexV2(reader, history, index);
    }
  }

  private static void indexV2(EpochReader reader, History history, InboxIndex index) {
    ObjectId mail = ObjectId.zeroId();
    ObjectId taken = ObjectId.zeroId();
    CanonicalTreeParser entries = new CanonicalTreeParser();
    for (int i = 0; i < history.size(); i++) {
      if (history.tree(i).equals(history.parentTree(i))) {
        continue;
      }
      ObjectId nextMail = ObjectId.zeroId();
      ObjectId nextTaken = ObjectId.zeroId();
      try {
        byte[] tree = reader.open(history.tree(i), Constants.OBJ_TREE).getCachedBytes();
        for (entries.reset(tree); !entries.eof(); entries.next()) {
          if (entries.getNameLength() != 1 || !isFile(entries.getEntryRawMode())) {
            continue;
          }
          if (entries.getEntryPathString().equals("m")) {
            nextMail = entries.getEntryObjectId();
          } else if (entries.getEntryPathString().equals("d")) {
            nextTaken = entries.getEntryObjectId();
          }
        }
      } catch (IOException | RuntimeException e) {
        // JGit's parsers run past the end of a damaged tree without any checked exception.
        index.addUnreadable(
            history.commit(i), "the commit's tree is unreadable: " + e.getMessage());
        continue;
      }
      if (!nextTaken.equals(taken) && !nextTaken.equals(ObjectId.zeroId())) {
        index.deleteBlob(nextTaken);
      }
      if (!nextMail.equals(mail) && !nextMail.equals(ObjectId.zeroId())) {
        index.add(history.commit(i), nextMail, ObjectId.zeroId());
      }
      mail = nextMail;
      taken = nextTaken;
    }
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

  private static boolean isFile(int rawMode) {
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
