package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.diff.NetChange;
import io.github.patchlane.core.git.landing.BranchCommit;
import io.github.patchlane.core.git.landing.CommitText;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The commits of a branch, read once. Of each only what {@link BranchCommit} holds is kept; a file
 * is opened only where the commit's paths are some candidate's. The list of commits is walked by
 * one thread, their trees by as many as there are processors.
 */
final class BranchWalk {
  /**
   * So many commits in a row must be too old before the walk ends: one committer with a slow clock
   * must not hide the history behind him.
   */
  private static final int TOO_OLD_IN_A_ROW = 512;

  private final Repository repository;
  private final String branch;
  private final Predicate<List<String>> ofInterest;
  private final Set<ObjectId> edge;
  private final Map<String, String> interned = new ConcurrentHashMap<>();

  BranchWalk(Repository repository, String branch, Predicate<List<String>> ofInterest)
      throws IOException {
    this.repository = repository;
    this.branch = branch;
    this.ofInterest = ofInterest;
    this.edge = Set.copyOf(repository.getObjectDatabase().getShallowCommits());
  }

  /**
   * Those from the one time to the other, both included, by committer date; merges left out, and
   * what is reached from the other tips too.
   */
  List<BranchCommit> read(ObjectId tip, Collection<ObjectId> others, Instant from, Instant to)
      throws IOException {
    List<RevCommit> commits = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.markStart(walk.parseCommit(tip));
      for (ObjectId other : others) {
        walk.markUninteresting(walk.parseCommit(other));
      }
      int tooOld = 0;
      for (RevCommit commit = walk.next();
          commit != null && tooOld < TOO_OLD_IN_A_ROW;
          commit = walk.next()) {
        Instant at = time(commit);
        tooOld = at.isBefore(from) ? tooOld + 1 : 0;
        if (commit.getParentCount() < 2 && !at.isBefore(from) && !at.isAfter(to)) {
          commits.add(commit);
        } else {
          commit.disposeBody();
        }
      }
    }
    return Shares.of(commits, this::readAll);
  }

  private List<BranchCommit> readAll(List<RevCommit> commits) throws IOException {
    List<BranchCommit> read = new ArrayList<>(commits.size());
    try (ObjectReader reader = repository.newObjectReader()) {
      TreeChanges changes = new TreeChanges(reader);
      for (RevCommit commit : commits) {
        read.add(read(commit, edge.contains(commit), changes));
        commit.disposeBody();
      }
    }
    return read;
  }

  /** A single commit's message and names; empty where it is not here. */
  Optional<BranchCommit> one(ObjectId id) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      return Optional.of(read(walk.parseCommit(id), true, new TreeChanges(walk.getObjectReader())));
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return Optional.empty();
    }
  }

  private static Instant time(RevCommit commit) {
    return Instant.ofEpochSecond(Integer.toUnsignedLong(commit.getCommitTime()));
  }

  private BranchCommit read(RevCommit commit, boolean edge, TreeChanges changes)
      throws IOException {
    List<DiffEntry> files = edge ? List.of() : files(commit, changes);
    List<String> paths = TreeChanges.paths(files).stream().map(this::intern).toList();
    return new BranchCommit(
        new CommitId(commit.name()),
        branch,
        CommitText.parse(commit.getFullMessage()),
        person(commit.getAuthorIdent()),
        person(commit.getCommitterIdent()),
        time(commit),
        paths,
        ofInterest.test(paths) ? netChanges(files, changes) : List.of());
  }

  /** A repository may lack trees and blobs on purpose; then only the message tells. */
  private static List<DiffEntry> files(RevCommit commit, TreeChanges changes) throws IOException {
    try {
      return changes.files(commit);
    } catch (MissingObjectException e) {
      return List.of();
    }
  }

  private static List<NetChange> netChanges(List<DiffEntry> files, TreeChanges changes)
      throws IOException {
    try {
      return changes.netChanges(files);
    } catch (MissingObjectException e) {
      return List.of();
    }
  }

  private String intern(String path) {
    String first = interned.putIfAbsent(path, path);
    return first == null ? path : first;
  }

  private static Person person(PersonIdent ident) {
    return new Person(ident.getName(), ident.getEmailAddress());
  }
}
