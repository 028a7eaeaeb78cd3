package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.diff.NetChange;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.source.PatchContent;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevSort;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.revwalk.filter.RevFilter;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * Commits by their names, on whatever branch they lie or on none: what merge requests propose. A
 * commit that is not there, or whose parents or files are not, is no error but absent. Nothing is
 * written. To be closed after use. Not thread-safe.
 */
public final class CommitStore implements AutoCloseable {
  /** More commits than anybody reviews: the base is wrong, or the request is a whole history. */
  private static final int MOST_PATCHES = 2_000;

  private final Repository repository;

  private CommitStore(Repository repository) {
    this.repository = repository;
  }

  /**
   * Opens a repository, which may have no branch and no commit yet.
   *
   * @param gitDirectory a bare repository or the {@code .git} of a work tree
   * @throws UnreadableRepositoryException where there is none
   */
  public static CommitStore open(Path gitDirectory) {
    try {
      return new CommitStore(
          new FileRepositoryBuilder()
              .setMustExist(true)
              .setGitDir(gitDirectory.toFile())
              .setBare()
              .build());
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableRepositoryException(
          "cannot open the git repository at " + gitDirectory + ": " + e.getMessage(), e);
    }
  }

  /** Whether the commit itself is there; what leads up to it need not be. */
  public boolean holds(CommitId commit) {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.parseCommit(id(commit));
      return true;
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return false;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Where two lines of history part; empty where they share nothing, or not all of it is here. */
  public Optional<CommitId> mergeBase(CommitId one, CommitId other) {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setRevFilter(RevFilter.MERGE_BASE);
      walk.markStart(walk.parseCommit(id(one)));
      walk.markStart(walk.parseCommit(id(other)));
      return Optional.ofNullable(walk.next()).map(base -> new CommitId(base.name()));
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * What {@code git format-patch base..head} would send: the commits that the head adds, oldest
   * first, merges left out, each with the identity of its change.
   *
   * @return empty where something of it is not here, or it is more than anybody reviews; no patches
   *     where the head adds none
   */
  public Optional<List<Patch>> patches(CommitId base, CommitId head) {
    try (RevWalk walk = new RevWalk(repository)) {
      walk.sort(RevSort.TOPO);
      walk.sort(RevSort.REVERSE, true);
      walk.setRevFilter(RevFilter.NO_MERGES);
      walk.markStart(walk.parseCommit(id(head)));
      walk.markUninteresting(walk.parseCommit(id(base)));
      List<RevCommit> commits = new ArrayList<>();
      for (RevCommit commit : walk) {
        commits.add(commit);
        if (commits.size() > MOST_PATCHES) {
          return Optional.empty();
        }
      }
      List<Patch> patches = new ArrayList<>();
      for (RevCommit commit : commits) {
        patches.add(patch(walk, commit, patches.size() + 1, commits.size()));
      }
      return Optional.of(patches);
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private Patch patch(RevWalk walk, RevCommit commit, int index, int total) throws IOException {
    walk.parseBody(commit);
    UnifiedDiff diff = UnifiedDiff.parse(diff(walk, commit));
    return new Patch(
        index,
        OptionalInt.of(total),
        new CommitId(commit.name()),
        subject(commit),
        author(commit),
        diff.patchId(),
        NetChange.of(diff),
        diff.stat());
  }

  /** One commit as a patch; empty where it or what it changes is not here. */
  public Optional<PatchContent> content(SourceId patch) {
    if (!(patch instanceof CommitId commit)) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit parsed = walk.parseCommit(id(commit));
      return Optional.of(
          new PatchContent(
              commit,
              author(parsed),
              Optional.of(parsed.getAuthorIdent().getWhenAsInstant()),
              parsed.getAuthorIdent().getZoneOffset(),
              parsed.getFullMessage(),
              diff(walk, parsed)));
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static byte[] diff(RevWalk walk, RevCommit commit) throws IOException {
    if (commit.getParentCount() > 0) {
      walk.parseHeaders(commit.getParent(0));
    }
    return new CommitDiff(walk.getObjectReader()).text(commit);
  }

  private static String subject(RevCommit commit) {
    return commit.getFullMessage().lines().findFirst().orElse("");
  }

  private static Person author(RevCommit commit) {
    PersonIdent author = commit.getAuthorIdent();
    return new Person(author.getName(), author.getEmailAddress());
  }

  private static ObjectId id(CommitId commit) throws MissingObjectException {
    if (commit.value().length() != ObjectId.zeroId().name().length()) {
      throw new MissingObjectException(ObjectId.zeroId(), "commit of another kind of hash");
    }
    return ObjectId.fromString(commit.value());
  }

  private UnreadableRepositoryException unreadable(IOException e) {
    return new UnreadableRepositoryException(
        "cannot read the git repository at "
            + repository.getDirectory()
            + " ("
            + e.getMessage()
            + "): git fsck shows what is wrong",
        e);
  }

  @Override
  public void close() {
    repository.close();
  }
}
