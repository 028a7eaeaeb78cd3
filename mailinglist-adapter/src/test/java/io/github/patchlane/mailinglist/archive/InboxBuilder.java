package io.github.patchlane.mailinglist.archive;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Writes public-inbox repositories commit by commit, loose objects only; closing moves the branch
 * to the last commit.
 */
public final class InboxBuilder implements AutoCloseable {
  private final Repository repository;
  private final Map<String, ObjectId> files = new TreeMap<>();
  private List<ObjectId> parents = List.of();
  private long clock = 1_700_000_000;

  public InboxBuilder(Path gitDir) {
    try {
      repository = new FileRepositoryBuilder().setGitDir(gitDir.toFile()).setBare().build();
      repository.create(true);
      RefUpdate head = repository.updateRef(Constants.HEAD);
      head.link("refs/heads/master");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The commit's time; every later commit is a second younger unless told again. */
  public InboxBuilder at(long epochSecond) {
    clock = epochSecond;
    return this;
  }

  /** A v2 commit that brings a mail. */
  public InboxBuilder mail(String text) {
    files.clear();
    return file("m", text);
  }

  /** A v2 commit that takes a mail back. */
  public InboxBuilder deletion(String text) {
    files.clear();
    return file("d", text);
  }

  /** A commit that sets one file and keeps the others. */
  public InboxBuilder file(String path, String text) {
    files.put(path, blob(text));
    commit();
    return this;
  }

  public InboxBuilder without(String path) {
    files.remove(path);
    commit();
    return this;
  }

  /** A commit that merges others in and keeps the files. */
  InboxBuilder merge(ObjectId... others) {
    parents = java.util.stream.Stream.concat(parents.stream(), List.of(others).stream()).toList();
    commit();
    return this;
  }

  ObjectId tip() {
    return parents.get(0);
  }

  InboxBuilder goTo(ObjectId commit) {
    parents = List.of(commit);
    return this;
  }

  InboxBuilder branch(String name) {
    update("refs/heads/" + name, tip());
    return this;
  }

  ObjectId blob(String text) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      ObjectId id = inserter.insert(Constants.OBJ_BLOB, text.getBytes(ISO_8859_1));
      inserter.flush();
      return id;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Puts all that has been written into one pack. */
  void pack() throws org.eclipse.jgit.api.errors.GitAPIException {
    update("refs/heads/master", tip());
    new org.eclipse.jgit.api.Git(repository).gc().call();
  }

  private void commit() {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache index = DirCache.newInCore();
      DirCacheBuilder entries = index.builder();
      files.forEach(
          (path, blob) -> {
            DirCacheEntry entry = new DirCacheEntry(path);
            entry.setFileMode(FileMode.REGULAR_FILE);
            entry.setObjectId(blob);
            entries.add(entry);
          });
      entries.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(index.writeTree(inserter));
      commit.setParentIds(parents);
      PersonIdent author =
          new PersonIdent("Ann", "ann@example.org", Instant.ofEpochSecond(clock++), ZoneOffset.UTC);
      commit.setAuthor(author);
      commit.setCommitter(author);
      commit.setMessage("a mail");
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      parents = List.of(id);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void update(String ref, ObjectId id) {
    try {
      RefUpdate update = repository.updateRef(ref);
      update.setNewObjectId(id);
      update.forceUpdate();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    if (!parents.isEmpty()) {
      update("refs/heads/master", tip());
    }
    repository.close();
  }
}
