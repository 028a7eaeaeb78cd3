package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.landing.LandingCandidate;
import io.github.patchlane.core.git.landing.LandingMention;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.git.landing.LandingSearch;
import io.github.patchlane.core.git.landing.Landings;
import io.github.patchlane.core.source.PatchContent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.jgit.errors.AmbiguousObjectException;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.errors.RepositoryNotFoundException;
import org.eclipse.jgit.errors.RevisionSyntaxException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Ref;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;

/**
 * The canonical repository, looked at through one branch of it: the door to everything that needs
 * git. It may be bare, shallow, a work tree or a linked one; nothing is ever written to it by the
 * methods here. To be closed after use. Not thread-safe.
 */
public final class GitRepository implements AutoCloseable {
  private final Repository repository;
  private final Map<String, ObjectId> tips;

  private GitRepository(Repository repository, Map<String, ObjectId> tips) {
    this.repository = repository;
    this.tips = tips;
  }

  /**
   * Opens {@code DIR} at its HEAD, {@code DIR:BRANCH}, or {@code DIR:BRANCH,BRANCH} with the
   * canonical one first. A tag or a full ref name is good for a branch.
   *
   * @throws UnreadableRepositoryException where there is no such directory, repository or branch,
   *     or no commit yet
   */
  public static GitRepository open(String address) {
    RepositoryAddress parsed = RepositoryAddress.parse(address);
    Repository repository = repository(parsed);
    try {
      Map<String, ObjectId> tips = new LinkedHashMap<>();
      for (RepositoryAddress one : branches(repository, parsed)) {
        tips.put(one.revision(), tip(repository, one, ref(repository, one)));
      }
      return new GitRepository(repository, tips);
    } catch (RuntimeException e) {
      repository.close();
      throw e;
    }
  }

  private static Repository repository(RepositoryAddress address) {
    File directory = address.directory().toFile();
    try {
      FileRepositoryBuilder builder = new FileRepositoryBuilder().setMustExist(true);
      // Not upwards: a directory that happens to lie in somebody's work tree is a mistake.
      File parent = directory.getAbsoluteFile().getParentFile();
      if (parent != null) {
        builder.addCeilingDirectory(parent);
      }
      builder.findGitDir(directory.getAbsoluteFile());
      if (builder.getGitDir() == null) {
        throw notARepository(address);
      }
      return builder.build();
    } catch (RepositoryNotFoundException e) {
      throw notARepository(address);
    } catch (IOException | IllegalArgumentException e) {
      throw new UnreadableRepositoryException(
          "cannot open the git repository at " + address.directory() + ": " + e.getMessage(), e);
    }
  }

  private static UnreadableRepositoryException notARepository(RepositoryAddress address) {
    return new UnreadableRepositoryException(
        "no git repository at "
            + address.directory()
            + ": give a work tree, a bare repository, or DIR:BRANCH");
  }

  /**
   * A branch may have a comma in its name: only where there is none of the whole name, it parts.
   */
  private static List<RepositoryAddress> branches(
      Repository repository, RepositoryAddress address) {
    return ref(repository, address).isPresent() ? List.of(address) : address.parts();
  }

  private static Optional<Ref> ref(Repository repository, RepositoryAddress address) {
    return address.refs().stream().flatMap(name -> read(repository, name).stream()).findFirst();
  }

  private static Optional<Ref> read(Repository repository, String name) {
    try {
      return Optional.ofNullable(repository.exactRef(name)).filter(r -> r.getObjectId() != null);
    } catch (IOException e) {
      throw unreadable(repository, e);
    }
  }

  private static ObjectId tip(Repository repository, RepositoryAddress address, Optional<Ref> ref) {
    if (ref.isPresent()) {
      try (RevWalk walk = new RevWalk(repository)) {
        return walk.parseCommit(ref.get().getObjectId()).copy();
      } catch (IOException e) {
        throw unreadable(repository, e);
      }
    }
    try {
      boolean empty = repository.getRefDatabase().getRefs().isEmpty();
      throw new UnreadableRepositoryException(
          empty
              ? "the git repository at " + address.directory() + " is empty: fetch into it first"
              : "no branch "
                  + address.revision()
                  + " in the git repository at "
                  + address.directory()
                  + ": name one that is there as DIR:BRANCH");
    } catch (IOException e) {
      throw unreadable(repository, e);
    }
  }

  static UnreadableRepositoryException unreadable(Repository repository, IOException e) {
    return new UnreadableRepositoryException(
        "cannot read the git repository at "
            + repository.getDirectory()
            + " ("
            + e.getMessage()
            + "): git fsck shows what is wrong",
        e);
  }

  /** The branch as it was asked for, {@code HEAD} where none was; the first of several. */
  public String branch() {
    return branches().get(0);
  }

  /** The branches as they were asked for, the canonical one first. */
  public List<String> branches() {
    return List.copyOf(tips.keySet());
  }

  /** Where it lies: itself where it is bare, else the {@code .git} of its work tree. */
  public Path gitDirectory() {
    return repository.getDirectory().toPath();
  }

  /**
   * The branch by its own name, also where HEAD was asked for.
   *
   * @return empty where that is no branch: a tag, or a HEAD at a commit
   */
  public Optional<String> branchName() {
    try {
      for (String name :
          branch().equals(Constants.HEAD)
              ? List.of(String.valueOf(repository.getFullBranch()))
              : List.of(branch(), Constants.R_HEADS + branch())) {
        if (name.startsWith(Constants.R_HEADS) && repository.exactRef(name) != null) {
          return Optional.of(name.substring(Constants.R_HEADS.length()));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(repository, e);
    }
  }

  /** The first branch's newest commit at the time it was opened. */
  public CommitId tip() {
    return new CommitId(tips.values().iterator().next().name());
  }

  /**
   * The commit that a name stands for: a branch, a tag, a full or abbreviated hash, {@code v1~2}.
   *
   * @return empty where there is none, or where the name fits several
   */
  public Optional<CommitId> resolve(String revision) {
    try {
      ObjectId id = repository.resolve(revision + "^{commit}");
      return Optional.ofNullable(id).map(i -> new CommitId(i.name()));
    } catch (RevisionSyntaxException
        | AmbiguousObjectException
        | IncorrectObjectTypeException
        | MissingObjectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(repository, e);
    }
  }

  /**
   * The stable patch-id of what a commit changes against its first parent, as {@code git show | git
   * patch-id --stable} has it.
   *
   * @return empty where the commit or what it holds is not here, it changes nothing, or it is at
   *     the edge of a shallow clone
   */
  public Optional<PatchId> patchId(CommitId commit) {
    try (GitHistory history = new GitHistory(repository, tips)) {
      return history.patchId(commit);
    } catch (IOException e) {
      throw unreadable(repository, e);
    }
  }

  /**
   * The versions of one file on the first branch, by committer date.
   *
   * @param path from the top of the tree
   * @param from when the oldest version that is asked for stood
   */
  public FileHistory fileHistory(String path, Instant from) {
    try {
      return FileHistory.read(repository, tips.values().iterator().next(), path, from);
    } catch (IOException e) {
      throw unreadable(repository, e);
    }
  }

  /** Finds the commit that a series starts from; see {@link #findBases}. */
  public BaseFinding findBase(BaseQuestion question, BaseOptions options) {
    return findBases(List.of(question), options).get(0);
  }

  /**
   * Finds the commits that series start from, all in one walk over the branches: the one that the
   * caller gives; else the one that the sender named, if it is here; else the newest one up to the
   * posting where every file is what the patches were made from, if need be behind posted patches
   * that the series depends on; else where most is; else the newest one up to the posting. Each
   * answer says which it was.
   *
   * @return one answer for each question, in their order
   * @throws UnreadableRepositoryException where one of the options' branches is not here
   */
  public List<BaseFinding> findBases(List<BaseQuestion> questions, BaseOptions options) {
    List<ObjectId> starts = new ArrayList<>(tips.values());
    for (String name : options.branches()) {
      starts.add(
          resolve(name)
              .map(commit -> ObjectId.fromString(commit.value()))
              .orElseThrow(
                  () ->
                      new UnreadableRepositoryException(
                          "no branch "
                              + name
                              + " in the git repository at "
                              + repository.getDirectory())));
    }
    return new BaseSearch(new RepositoryHistory(repository, starts), options).answer(questions);
  }

  /**
   * Finds the commits that each patch became, by the first of these that knows it: a person's
   * correction, a trailer that names the mail, the same change, the same title and author, likeness
   * of messages and changes, split or joined patches. Commits are looked at from a little before
   * the oldest posting on, by committer date, on each branch in turn; what landed on one is a
   * backport on the next.
   *
   * <p>Where several postings are equal, as in revisions that change other patches, it is the
   * newest one before the commit.
   *
   * @param mentions what else a trailer may name: cover letters, replies, pages
   * @param contents fetches a patch whole, as {@link
   *     io.github.patchlane.core.source.ContributionSource#content} does; few are asked for.
   *     Without them ({@code id -> Optional.empty()}) edited patches are known by titles, authors
   *     and files alone, and split ones not at all
   */
  public Landings landings(
      Collection<LandingCandidate> candidates,
      Map<SourceId, LandingMention> mentions,
      Function<SourceId, Optional<PatchContent>> contents,
      LandingOptions options) {
    try (GitHistory history = new GitHistory(repository, tips)) {
      return LandingSearch.find(history, candidates, mentions, contents, options);
    } catch (IOException e) {
      throw unreadable(repository, e);
    }
  }

  /** The same without a source to fetch patches from. */
  public Landings landings(
      Collection<LandingCandidate> candidates,
      Map<SourceId, LandingMention> mentions,
      LandingOptions options) {
    return landings(candidates, mentions, patch -> Optional.empty(), options);
  }

  /**
   * Makes commits of a series on top of a base, as {@code git am} would and, where that fails,
   * {@code git am -3}; all of them or none. No work tree or index is needed or touched. Diffs are
   * hostile text: whatever they hold, the outcome says so and nothing is thrown.
   *
   * <p>What is written is objects alone, and only where the options ask to keep them; {@link
   * #createBranch} makes them reachable.
   *
   * @param patches in their order, each as a mail or a merge request gave it
   * @param base the commit below the first one
   */
  public ApplyOutcome apply(List<PatchContent> patches, CommitId base, ApplyOptions options) {
    try {
      return new SeriesApplication(repository, base, options).run(patches);
    } catch (IOException e) {
      throw unreadable(repository, e);
    }
  }

  /**
   * Points a new branch at a commit; does nothing where it points there already.
   *
   * @param name as {@code git branch} takes it
   * @throws BranchNotCreatedException where git does not allow the name, a branch of that name is
   *     at another commit, or the commit is not in the repository
   */
  public void createBranch(String name, CommitId commit) {
    new BranchCreation(repository).create(name, commit);
  }

  /**
   * Finds lines of patches in the change of a whole branch.
   *
   * @param base what the branch is on
   * @param commits of the branch, oldest first; all must be in this repository
   */
  public BranchLines lines(CommitId base, List<CommitId> commits) {
    return new BranchLines(repository, base, commits);
  }

  /**
   * Makes a bare repository that sees all branches and objects of this one and keeps what is
   * written to it for itself. It is good as long as this one is, and may be deleted at any time.
   *
   * @param directory empty, or not there yet
   */
  public void borrow(Path directory) {
    try {
      BorrowedRepository.create(repository, tips.values().iterator().next(), directory);
    } catch (IOException e) {
      throw new UnreadableRepositoryException(
          "cannot make a scratch repository in " + directory + " (" + e.getMessage() + ")", e);
    }
  }

  @Override
  public void close() {
    repository.close();
  }
}
