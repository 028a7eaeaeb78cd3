package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.AndTreeFilter;
import org.eclipse.jgit.treewalk.filter.PathFilterGroup;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/**
 * The past of some branches of a repository. Of its files only those at the paths asked about are
 * looked at, and only ids, so that a commit costs a look at the trees on the way to them.
 */
final class RepositoryHistory implements History {
  private static final int TOO_OLD_IN_A_ROW = 512;
  private static final int LARGEST = 16 << 20;

  private final Repository repository;
  private final List<ObjectId> tips;

  RepositoryHistory(Repository repository, List<ObjectId> tips) {
    this.repository = repository;
    this.tips = List.copyOf(tips);
  }

  @Override
  public List<HistoryCommit> commits(Set<String> paths, Instant from, Instant to) {
    try (RevWalk walk = new RevWalk(repository)) {
      List<RevCommit> within = within(walk, from, to);
      Map<ObjectId, Integer> places = new HashMap<>();
      within.forEach(commit -> places.put(commit.getId(), places.size()));
      Set<ObjectId> mainline = mainline(within, walk);
      TreeFilter filter = filter(paths);
      Map<String, String> interned = new HashMap<>();
      List<HistoryCommit> commits = new ArrayList<>();
      for (RevCommit commit : within) {
        int parent =
            commit.getParentCount() == 0 ? -1 : places.getOrDefault(commit.getParent(0), -1);
        Map<String, String> files =
            changed(walk.getObjectReader(), commit, parent >= 0, filter, interned);
        CommitId id = new CommitId(commit.name());
        commits.add(new HistoryCommit(id, time(commit), parent, mainline.contains(commit), files));
      }
      return commits;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private List<RevCommit> within(RevWalk walk, Instant from, Instant to) throws IOException {
    List<RevCommit> commits = new ArrayList<>();
    for (ObjectId tip : tips) {
      walk.markStart(walk.parseCommit(tip));
    }
    int tooOld = 0;
    for (RevCommit commit = walk.next();
        commit != null && tooOld < TOO_OLD_IN_A_ROW;
        commit = walk.next()) {
      Instant at = time(commit);
      tooOld = at.isBefore(from) ? tooOld + 1 : 0;
      if (!at.isBefore(from) && !at.isAfter(to)) {
        commits.add(commit);
      }
      commit.disposeBody();
    }
    return commits;
  }

  /** What first parents lead to. The walk has parsed everything that it came by. */
  private Set<ObjectId> mainline(List<RevCommit> within, RevWalk walk) throws IOException {
    Set<ObjectId> mainline = new HashSet<>();
    Set<ObjectId> wanted = new HashSet<>(within);
    for (ObjectId tip : tips) {
      int found = 0;
      RevCommit commit = walk.parseCommit(tip);
      while (mainline.add(commit.getId())) {
        found += wanted.contains(commit) ? 1 : 0;
        if (commit.getParentCount() == 0 || found == wanted.size()) {
          break;
        }
        commit = commit.getParent(0);
        if (commit.getRawBuffer() == null && commit.getParents() == null) {
          // Older than anything that is wanted.
          break;
        }
      }
    }
    return mainline;
  }

  private static TreeFilter filter(Set<String> paths) {
    List<String> sound =
        paths.stream()
            .filter(path -> !path.isEmpty() && path.indexOf('\0') < 0 && !path.startsWith("/"))
            .filter(path -> !path.endsWith("/"))
            .sorted()
            .toList();
    return sound.isEmpty()
        ? TreeFilter.ANY_DIFF.negate()
        : AndTreeFilter.create(PathFilterGroup.createFromStrings(sound), TreeFilter.ANY_DIFF);
  }

  /** A clone may lack trees on purpose; then nothing is known to lie there. */
  private static Map<String, String> changed(
      ObjectReader reader,
      RevCommit commit,
      boolean againstParent,
      TreeFilter filter,
      Map<String, String> interned)
      throws IOException {
    Map<String, String> files = new HashMap<>();
    try (TreeWalk trees = new TreeWalk(reader)) {
      trees.setRecursive(true);
      trees.setFilter(filter);
      if (againstParent) {
        trees.addTree(commit.getParent(0).getTree());
      } else {
        trees.addTree(new EmptyTreeIterator());
      }
      trees.addTree(commit.getTree());
      while (trees.next()) {
        String id = trees.getRawMode(1) == 0 ? "" : trees.getObjectId(1).name();
        files.put(
            interned.computeIfAbsent(trees.getPathString(), p -> p),
            interned.computeIfAbsent(id, i -> i));
      }
    } catch (MissingObjectException e) {
      return Map.of();
    }
    return files;
  }

  @Override
  public Optional<Map<String, String>> files(CommitId commit, Set<String> paths) {
    try (RevWalk walk = new RevWalk(repository)) {
      RevCommit parsed = walk.parseCommit(ObjectId.fromString(commit.value()));
      return Optional.of(
          changed(walk.getObjectReader(), parsed, false, filter(paths), new HashMap<>()));
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  @Override
  public Optional<byte[]> content(String blob) {
    try (ObjectReader reader = repository.newObjectReader()) {
      return Optional.of(
          reader.open(ObjectId.fromString(blob), Constants.OBJ_BLOB).getCachedBytes(LARGEST));
    } catch (MissingObjectException | IncorrectObjectTypeException | LargeObjectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static Instant time(RevCommit commit) {
    return Instant.ofEpochSecond(Integer.toUnsignedLong(commit.getCommitTime()));
  }

  private UnreadableRepositoryException unreadable(IOException e) {
    return new UnreadableRepositoryException(
        "cannot read the history of "
            + repository.getDirectory()
            + " ("
            + e.getMessage()
            + "): git fsck shows what is wrong",
        e);
  }
}
