package io.github.patchlane.core.git;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * One file through a branch's history: which of its versions stood at a time. Texts are read when
 * asked for, so it is good for as long as the repository it is of is open. Not thread-safe.
 */
public final class FileHistory {
  /** So many commits in a row must be too old before the walk ends: some clocks are slow. */
  private static final int TOO_OLD_IN_A_ROW = 64;

  private final Repository repository;
  private final List<Version> versions;
  private final NavigableMap<Instant, Integer> starts = new TreeMap<>();

  private record Version(Instant since, ObjectId blob) {}

  private FileHistory(Repository repository, List<Version> versions) {
    this.repository = repository;
    this.versions = List.copyOf(versions);
    for (int i = 0; i < versions.size(); i++) {
      starts.put(versions.get(i).since(), i);
    }
  }

  /** Along first parents: what the branch itself held, and not what was merged into it. */
  static FileHistory read(Repository repository, ObjectId tip, String path, Instant from)
      throws IOException {
    List<Version> newestFirst = new ArrayList<>();
    try (RevWalk walk = new RevWalk(repository)) {
      walk.setFirstParent(true);
      walk.markStart(walk.parseCommit(tip));
      Instant since = Instant.MAX;
      int tooOld = 0;
      for (RevCommit commit = walk.next();
          commit != null && tooOld < TOO_OLD_IN_A_ROW;
          commit = walk.next()) {
        Instant at = Instant.ofEpochSecond(Integer.toUnsignedLong(commit.getCommitTime()));
        tooOld = at.isBefore(from) ? tooOld + 1 : 0;
        since = at.isBefore(since) ? at : since;
        ObjectId blob = blob(walk.getObjectReader(), path, commit);
        int last = newestFirst.size() - 1;
        if (last >= 0 && newestFirst.get(last).blob().equals(blob)) {
          newestFirst.remove(last);
        }
        newestFirst.add(new Version(since, blob));
        commit.disposeBody();
      }
    }
    Collections.reverse(newestFirst);
    return new FileHistory(repository, newestFirst);
  }

  private static ObjectId blob(ObjectReader reader, String path, RevCommit commit)
      throws IOException {
    try (TreeWalk file = TreeWalk.forPath(reader, path, commit.getTree())) {
      return file == null ? ObjectId.zeroId() : file.getObjectId(0);
    }
  }

  /** Whether there is a file of that name in any version. */
  public boolean isEmpty() {
    return versions.stream().allMatch(version -> version.blob().equals(ObjectId.zeroId()));
  }

  /** The number of the version that stood at a time; of all that is before the first, the first. */
  public int versionAt(Instant at) {
    Map.Entry<Instant, Integer> start = starts.floorEntry(at);
    return start == null ? 0 : start.getValue();
  }

  /** A version's text, as UTF-8; empty where the file was not there, or is not in this clone. */
  public String text(int version) {
    ObjectId blob = versions.get(version).blob();
    if (blob.equals(ObjectId.zeroId())) {
      return "";
    }
    try {
      return new String(repository.open(blob).getBytes(), StandardCharsets.UTF_8);
    } catch (MissingObjectException e) {
      return "";
    } catch (IOException e) {
      throw GitRepository.unreadable(repository, e);
    }
  }
}
