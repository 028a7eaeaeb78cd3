package io.github.patchlane.gitlab.repository;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.git.CommitStore;
import io.github.patchlane.gitlab.AccessToken;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.eclipse.jgit.errors.TransportException;
import org.eclipse.jgit.lib.NullProgressMonitor;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.FetchConnection;
import org.eclipse.jgit.transport.RefSpec;
import org.eclipse.jgit.transport.Transport;
import org.jspecify.annotations.Nullable;

/**
 * The commits of merge requests, fetched into a bare repository that borrows from a clone what that
 * has. Nothing is written to the clone. Without a cache to keep them in, they are gone when this is
 * closed. Not thread-safe.
 */
public final class FetchedRepository implements AutoCloseable {
  /** Each commit that no ref leads to may cost a request of its own. */
  private static final int MOST_SINGLE = 200;

  private final @Nullable ScratchFolder scratch;
  private final Path directory;

  private FetchedRepository(@Nullable ScratchFolder scratch, Path directory) {
    this.scratch = scratch;
    this.directory = directory;
  }

  /**
   * Opens the cache, or a repository for once.
   *
   * @param canonical a clone to borrow from
   * @throws IOException where neither can be made or opened
   */
  public static FetchedRepository open(Optional<Path> cache, Optional<Path> canonical)
      throws IOException {
    ScratchFolder scratch = cache.isPresent() ? null : ScratchFolder.create();
    Path directory =
        cache.orElseGet(() -> java.util.Objects.requireNonNull(scratch).path().resolve("git"));
    try (Repository repository =
        new FileRepositoryBuilder().setGitDir(directory.toFile()).setBare().build()) {
      if (!repository.getObjectDatabase().exists()) {
        repository.create(true);
        ScratchFolder.withoutTidying(repository);
      }
      if (canonical.isPresent()) {
        borrow(directory, canonical.get());
      }
      return new FetchedRepository(scratch, directory);
    } catch (IOException | RuntimeException e) {
      if (scratch != null) {
        scratch.close();
      }
      throw e;
    }
  }

  private static void borrow(Path directory, Path canonical) throws IOException {
    try (Repository lender =
        new FileRepositoryBuilder().setMustExist(true).setGitDir(canonical.toFile()).build()) {
      // A shallow clone would lend commits without what they stand on.
      if (lender.getObjectDatabase().getShallowCommits().isEmpty()) {
        Path objects = new File(lender.getCommonDirectory(), "objects").toPath();
        Path alternates = directory.resolve("objects").resolve("info").resolve("alternates");
        Files.createDirectories(alternates.getParent());
        Files.writeString(alternates, objects.toAbsolutePath() + "\n");
      }
    }
  }

  /** What is here now; to be closed by the caller. */
  public CommitStore commits() {
    return CommitStore.open(directory);
  }

  /**
   * Fetches what is not here: the heads of merge requests by their refs, other commits by name,
   * which the server grants as long as it keeps them.
   *
   * @param address of the repository; the token is sent to its host only
   * @param iids of the merge requests whose present heads are wanted
   * @param wanted commits that are wanted beyond
   * @return those that could not be had
   * @throws IOException where the repository could not be fetched from at all
   */
  public List<CommitId> fetch(
      URI address, AccessToken token, Collection<Integer> iids, Collection<CommitId> wanted)
      throws IOException {
    try (Repository repository =
        new FileRepositoryBuilder().setGitDir(directory.toFile()).setBare().build()) {
      fetchRefs(repository, address, token, iids);
      List<CommitId> missing = missing(wanted);
      if (!missing.isEmpty() && !fetched(repository, address, token, missing)) {
        for (CommitId commit : missing.stream().limit(MOST_SINGLE).toList()) {
          fetched(repository, address, token, List.of(commit));
        }
      }
      return missing(wanted);
    }
  }

  private List<CommitId> missing(Collection<CommitId> wanted) {
    try (CommitStore store = commits()) {
      return wanted.stream().distinct().filter(commit -> !store.holds(commit)).toList();
    }
  }

  private static void fetchRefs(
      Repository repository, URI address, AccessToken token, Collection<Integer> iids)
      throws IOException {
    if (iids.isEmpty()) {
      return;
    }
    List<RefSpec> specs = new ArrayList<>();
    try (Transport transport = GitTransport.open(repository, address, token);
        FetchConnection connection = transport.openFetch()) {
      for (int iid : iids) {
        String name = "refs/merge-requests/" + iid + "/head";
        Ref there = connection.getRef(name);
        if (there != null) {
          specs.add(new RefSpec("+" + name + ":" + name));
        }
      }
    } catch (TransportException e) {
      throw failed(address, e);
    }
    if (!specs.isEmpty()) {
      try (Transport transport = GitTransport.open(repository, address, token)) {
        transport.setCheckFetchedObjects(true);
        transport.fetch(NullProgressMonitor.INSTANCE, specs);
      } catch (TransportException e) {
        throw failed(address, e);
      }
    }
  }

  private static IOException failed(URI address, TransportException e) {
    return new IOException(
        GitTransport.shallow(address, e).orElseGet(() -> String.valueOf(e.getMessage())), e);
  }

  /** All of them or none: a server that lacks one refuses the whole. */
  private static boolean fetched(
      Repository repository, URI address, AccessToken token, List<CommitId> commits) {
    List<RefSpec> specs =
        commits.stream()
            .map(commit -> new RefSpec("+" + commit + ":refs/patchlane/" + commit))
            .toList();
    try (Transport transport = GitTransport.open(repository, address, token)) {
      transport.setCheckFetchedObjects(true);
      transport.fetch(NullProgressMonitor.INSTANCE, specs);
      return true;
    } catch (IOException e) {
      // The caller looks at what arrived.
      return false;
    }
  }

  @Override
  public void close() {
    if (scratch != null) {
      scratch.close();
    }
  }
}
