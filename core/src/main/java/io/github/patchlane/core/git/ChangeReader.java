package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.git.landing.Change;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.errors.IncorrectObjectTypeException;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;

/** Reads the lines that commits change, without diffing: what both versions have cancels out. */
final class ChangeReader {
  private static final byte[] NOTHING = {};

  /** Larger files are left out, as in {@link BlobSums}. */
  private static final int LARGEST = 16 << 20;

  private static final int GIT_LOOKS_FOR_NUL_IN = 8000;

  private final Repository repository;
  private final Set<ObjectId> edge;

  private record Found(CommitId id, Change change) {}

  ChangeReader(Repository repository, Set<ObjectId> edge) {
    this.repository = repository;
    this.edge = edge;
  }

  Map<CommitId, Change> read(List<CommitId> commits) throws IOException {
    Map<CommitId, Change> changes = new HashMap<>();
    Shares.of(commits, this::readShare).forEach(found -> changes.put(found.id(), found.change()));
    return changes;
  }

  private List<Found> readShare(List<CommitId> commits) throws IOException {
    List<Found> found = new ArrayList<>();
    try (ObjectReader reader = repository.newObjectReader();
        RevWalk walk = new RevWalk(reader)) {
      TreeChanges trees = new TreeChanges(reader);
      for (CommitId id : commits) {
        change(walk, trees, id).ifPresent(change -> found.add(new Found(id, change)));
      }
    }
    return found;
  }

  /** Empty where something is not here: a shallow or a partial clone. */
  private Optional<Change> change(RevWalk walk, TreeChanges trees, CommitId id) throws IOException {
    try {
      RevCommit commit = walk.parseCommit(ObjectId.fromString(id.value()));
      if (edge.contains(commit)) {
        return Optional.empty();
      }
      if (commit.getParentCount() > 0) {
        walk.parseHeaders(commit.getParent(0));
      }
      Change.Builder change = Change.builder();
      for (DiffEntry file : trees.files(commit)) {
        change.file(
            content(walk.getObjectReader(), file.getOldMode(), file.getOldId().toObjectId()),
            content(walk.getObjectReader(), file.getNewMode(), file.getNewId().toObjectId()));
      }
      return Optional.of(change.build());
    } catch (MissingObjectException | IncorrectObjectTypeException e) {
      return Optional.empty();
    }
  }

  private static byte[] content(ObjectReader reader, FileMode mode, ObjectId blob)
      throws IOException {
    if (mode == FileMode.MISSING || mode == FileMode.GITLINK) {
      return NOTHING;
    }
    try {
      byte[] content = reader.open(blob, Constants.OBJ_BLOB).getCachedBytes(LARGEST);
      int looked = Math.min(content.length, GIT_LOOKS_FOR_NUL_IN);
      return RawText.isBinary(content, looked, true) ? NOTHING : content;
    } catch (LargeObjectException e) {
      return NOTHING;
    }
  }
}
