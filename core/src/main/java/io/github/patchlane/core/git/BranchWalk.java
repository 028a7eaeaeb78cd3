package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.diff.NetChange;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/**
 * The commits of a branch, newest first, read once. Of each only what {@link BranchCommit} holds is
 * kept; a file is opened only where the commit's paths are some candidate's.
 */
final class BranchWalk {
  /**
   * So many commits in a row must be too old before the walk ends: one committer with a slow clock
   * must not hide the history behind him.
   */
  private static final int TOO_OLD_IN_A_ROW = 512;

  private final Repository repository;
  private final Predicate<List<String>> ofInterest;
  private final Map<String, String> interned = new HashMap<>();

  BranchWalk(Repository repository, Predicate<List<String>> ofInterest) {
    this.repository = repository;
    this.ofInterest = ofInterest;
  }

  /** Those from the one time to the other, both included, by committer date; merges left out. */
  List<BranchCommit> read(ObjectId tip, Instant from, Instant to) throws IOException {
    List<BranchCommit> commits = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      Set<ObjectId> edge = repository.getObjectDatabase().getShallowCommits();
      TreeChanges changes = new TreeChanges(walk.getObjectReader());
      walk.markStart(walk.parseCommit(tip));
      int tooOld = 0;
      for (RevCommit commit = walk.next();
          commit != null && tooOld < TOO_OLD_IN_A_ROW;
          commit = walk.next()) {
        Instant at = time(commit);
        tooOld = at.isBefore(from) ? tooOld + 1 : 0;
        if (commit.getParentCount() < 2 && !at.isBefore(from) && !at.isAfter(to)) {
          commits.add(read(commit, at, edge.contains(commit), changes));
        }
        commit.disposeBody();
      }
    }
    return commits;
  }

  /** A single commit's message and names; empty where it is not here. */
  Optional<BranchCommit> one(ObjectId id) throws IOException {
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit commit = walk.parseCommit(id);
      return Optional.of(read(commit, time(commit), true, new TreeChanges(walk.getObjectReader())));
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return Optional.empty();
    }
  }

  private static Instant time(RevCommit commit) {
    return Instant.ofEpochSecond(Integer.toUnsignedLong(commit.getCommitTime()));
  }

  private BranchCommit read(RevCommit commit, Instant at, boolean edge, TreeChanges changes)
      throws IOException {
    List<DiffEntry> files = edge ? List.of() : files(commit, changes);
    List<String> paths = TreeChanges.paths(files).stream().map(this::intern).toList();
    return new BranchCommit(
        new CommitId(commit.name()),
        commit.getShortMessage(),
        person(commit.getAuthorIdent()),
        person(commit.getCommitterIdent()),
        at,
        MessageLinks.in(commit.getFullMessage()),
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
