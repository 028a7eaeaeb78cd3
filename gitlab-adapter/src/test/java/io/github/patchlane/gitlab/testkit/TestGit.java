package io.github.patchlane.gitlab.testkit;

import io.github.patchlane.core.contribution.CommitId;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.eclipse.jgit.dircache.DirCache;
import org.eclipse.jgit.dircache.DirCacheBuilder;
import org.eclipse.jgit.dircache.DirCacheEntry;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.BundleWriter;

/** A bare repository, written commit by commit; every commit gives the whole of its files. */
public final class TestGit implements AutoCloseable {
  private final Repository repository;

  public TestGit(Path directory) {
    try {
      repository = new FileRepositoryBuilder().setGitDir(directory.toFile()).setBare().build();
      repository.create(true);
      repository.updateRef(Constants.HEAD).link("refs/heads/main");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path directory() {
    return repository.getDirectory().toPath();
  }

  /** A commit on no branch. */
  public CommitId commit(
      Optional<CommitId> parent,
      String author,
      Instant at,
      String message,
      Map<String, String> files) {
    try (ObjectInserter inserter = repository.newObjectInserter()) {
      DirCache cache = DirCache.newInCore();
      DirCacheBuilder builder = cache.builder();
      for (Map.Entry<String, String> file : new TreeMap<>(files).entrySet()) {
        DirCacheEntry entry = new DirCacheEntry(file.getKey());
        entry.setFileMode(FileMode.REGULAR_FILE);
        entry.setObjectId(
            inserter.insert(Constants.OBJ_BLOB, file.getValue().getBytes(StandardCharsets.UTF_8)));
        builder.add(entry);
      }
      builder.finish();
      CommitBuilder commit = new CommitBuilder();
      commit.setTreeId(cache.writeTree(inserter));
      parent.ifPresent(p -> commit.setParentId(ObjectId.fromString(p.value())));
      String email = author.toLowerCase(java.util.Locale.ROOT).replace(' ', '.') + "@example.org";
      PersonIdent who = new PersonIdent(author, email, at, ZoneOffset.UTC);
      commit.setAuthor(who);
      commit.setCommitter(who);
      commit.setMessage(message);
      ObjectId id = inserter.insert(commit);
      inserter.flush();
      return new CommitId(id.name());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Points a ref somewhere, wherever it pointed before. */
  public TestGit ref(String name, CommitId commit) {
    try {
      RefUpdate update = repository.updateRef(name);
      update.setNewObjectId(ObjectId.fromString(commit.value()));
      update.forceUpdate();
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What {@code git bundle create --all} writes. */
  public byte[] bundle() {
    try {
      BundleWriter writer = new BundleWriter(repository);
      for (Ref ref : repository.getRefDatabase().getRefsByPrefix("refs/")) {
        writer.include(ref);
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      writer.writeBundle(NullProgressMonitor.INSTANCE, out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
