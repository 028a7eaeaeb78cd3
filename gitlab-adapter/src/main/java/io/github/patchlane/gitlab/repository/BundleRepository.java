package io.github.patchlane.gitlab.repository;

import io.github.patchlane.core.git.CommitStore;
import java.io.IOException;
import java.io.InputStream;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.Transport;
import org.eclipse.jgit.transport.URIish;

/**
 * A git bundle, unpacked into a bare repository of its own, in a directory that is gone when this
 * is closed.
 */
public final class BundleRepository implements AutoCloseable {
  private static final byte[] MAGIC = "# v".getBytes(StandardCharsets.US_ASCII);

  private final ScratchFolder folder;
  private final Path gitDirectory;

  private BundleRepository(ScratchFolder folder, Path gitDirectory) {
    this.folder = folder;
    this.gitDirectory = gitDirectory;
  }

  /**
   * Unpacks a bundle.
   *
   * @param size as its archive declares it
   * @throws IOException where it is no bundle, is damaged, or does not fit on the disk
   */
  public static BundleRepository unpack(InputStream bundle, long size) throws IOException {
    byte[] start = bundle.readNBytes(MAGIC.length);
    if (!Arrays.equals(start, MAGIC)) {
      throw new IOException("it is no git bundle");
    }
    ScratchFolder folder = ScratchFolder.create();
    try {
      if (Files.getFileStore(folder.path()).getUsableSpace() < 2 * size) {
        throw new IOException("there is no room to unpack its " + size + " bytes");
      }
      Path file = folder.path().resolve("project.bundle");
      try (var out = Files.newOutputStream(file)) {
        out.write(start);
        bundle.transferTo(out);
      }
      Path directory = folder.path().resolve("project.git");
      fetch(file, directory);
      Files.delete(file);
      return new BundleRepository(folder, directory);
    } catch (IOException | RuntimeException e) {
      folder.close();
      throw e;
    }
  }

  private static void fetch(Path bundle, Path directory) throws IOException {
    try (Repository repository =
        new FileRepositoryBuilder().setGitDir(directory.toFile()).setBare().build()) {
      repository.create(true);
      ScratchFolder.withoutTidying(repository);
      try (Transport transport = Transport.open(repository, new URIish(bundle.toString()))) {
        transport.setCheckFetchedObjects(true);
        transport.fetch(NullProgressMonitor.INSTANCE, List.of(new RefSpec("+refs/*:refs/*")));
      } catch (URISyntaxException e) {
        throw new IOException("its path cannot be opened: " + bundle, e);
      } catch (TransportException e) {
        throw new IOException("the git bundle is damaged: " + e.getMessage(), e);
      }
    }
  }

  /** The commits in it; to be closed by the caller. */
  public CommitStore commits() {
    return CommitStore.open(gitDirectory);
  }

  public Path gitDirectory() {
    return gitDirectory;
  }

  /** Makes a branch the one that is looked at by default; false where there is none of the name. */
  public boolean lookAt(String branch) {
    try (Repository repository =
        new FileRepositoryBuilder().setGitDir(gitDirectory.toFile()).setBare().build()) {
      String name = "refs/heads/" + branch;
      if (!Repository.isValidRefName(name)) {
        return false;
      }
      Ref ref = repository.exactRef(name);
      if (ref == null) {
        return false;
      }
      repository.updateRef("HEAD").link(name);
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    folder.close();
  }
}
