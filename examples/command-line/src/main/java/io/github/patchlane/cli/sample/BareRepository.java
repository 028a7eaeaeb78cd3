package io.github.patchlane.cli.sample;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.RefUpdate;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * A bare repository with one straight history on {@code master}, written once from its beginning.
 * Nothing can be read from it before {@link #finish}.
 */
final class BareRepository implements Closeable {
  private final Repository repository;
  private final PackFile pack;
  private final CommitChain commits;

  BareRepository(Path directory) throws IOException {
    repository = new FileRepositoryBuilder().setGitDir(directory.toFile()).setBare().build();
    repository.create(true);
    pack = new PackFile(directory.resolve("growing.pack"));
    commits = new CommitChain(pack);
  }

  CommitChain commits() {
    return commits;
  }

  /**
   * The same objects as a git bundle, with these names besides the branch; for when all is written.
   */
  void bundle(OutputStream out, SortedMap<String, ObjectId> refs) throws IOException {
    SortedMap<String, ObjectId> all = new TreeMap<>(refs);
    all.put(Constants.R_HEADS + Constants.MASTER, commits.head());
    StringBuilder head = new StringBuilder("# v2 git bundle\n");
    all.forEach((name, id) -> head.append(id.name()).append(' ').append(name).append('\n'));
    out.write(head.append('\n').toString().getBytes(StandardCharsets.US_ASCII));
    pack.copy(out);
  }

  /** Writes the pack and moves {@code master} to the last commit. */
  void finish() throws IOException {
    pack.store(repository);
    repository.updateRef(Constants.HEAD).link(Constants.R_HEADS + Constants.MASTER);
    RefUpdate master = repository.updateRef(Constants.R_HEADS + Constants.MASTER);
    master.setNewObjectId(commits.head());
    master.disableRefLog();
    RefUpdate.Result result = master.update();
    if (result != RefUpdate.Result.NEW) {
      throw new IOException("master stays where it was: " + result);
    }
  }

  @Override
  public void close() throws IOException {
    pack.close();
    repository.close();
  }
}
