package io.github.patchlane.core.git;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
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

/** A bare repository written commit by commit; time stands still unless told to move. */
final class TestRepository implements AutoCloseable {
  static final String AUTHOR = "Ada Lowe";
  static final String EMAIL = "ada@example.org";

  private final Repository repository;
  private final Map<String, byte[]> files = new TreeMap<>();
  private final Map<String, State> branches = new HashMap<>();
  private ObjectId tip = ObjectId.zeroId();

  private record State(ObjectId tip, Map<String, byte[]> files) {}

  private String branch = "refs/heads/main";

  TestRepository(File directory) {
    try {
      repository = new FileRepositoryBuilder().setGitDir(directory).setBare().build();
      repository.create(true);
      RefUpdate head = repository.updateRef(Constants.HEAD);
      head.link("refs/heads/main");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  TestRepository write(String path, String content) {
    return write(path, content.getBytes(StandardCharsets.UTF_8));
  }

  TestRepository write(String path, byte[] content) {
    files.put(path, content);
    return this;
  }

  TestRepository remove(String path) {
    files.remove(path);
    return this;
  }

  /** Later commits go to this branch; the one before stays where it is. */
  void startBranch(String name) {
    branch = "refs/heads/" + name;
  }

  String text(String path) {
    return new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
  }

  String commit(String message, Instant at) {
    return commit(message, at, AUTHOR, EMAIL);
  }

  String commit(String message, Instant at, String author, String email) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache cache = DirCache.newInCore();
      DirCacheBuilder builder = cache.builder();
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(inserter.insert(Constants.OBJ_BLOB, file.getValue()));
        builder.add(entry);
      }
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(cache.writeTree(inserter));
      commit.setAuthor(new PersonIdent(author, email, at, ZoneOffset.UTC));
      commit.setCommitter(new PersonIdent("Max Keeper", "max@example.org", at, ZoneOffset.UTC));
      commit.setMessage(message);
      if (!tip.equals(ObjectId.zeroId())) {
        commit.setParentId(tip);
      }
      tip = inserter.insert(commit);
      inserter.flush();
      RefUpdate update = repository.updateRef(branch);
      update.setNewObjectId(tip);
      update.forceUpdate();
      return tip.name();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes a branch of what is there now and stays where it is. */
  void branch(String name) {
    branches.put("refs/heads/" + name, new State(tip, new TreeMap<>(files)));
  }

  /** Goes on where a branch stands. */
  void checkout(String name) {
    branches.put(branch, new State(tip, new TreeMap<>(files)));
    State state = Objects.requireNonNull(branches.get("refs/heads/" + name));
    branch = "refs/heads/" + name;
    tip = state.tip();
    files.clear();
    files.putAll(state.files());
  }

  File directory() {
    return repository.getDirectory();
  }

  @Override
  public void close() {
    repository.close();
  }
}
