package io.github.patchlane.core.git;

import io.github.patchlane.core.diff.LineSum;
import io.github.patchlane.core.diff.NetChange;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jgit.api.errors.CanceledException;
import org.eclipse.jgit.diff.DiffConfig;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.diff.RenameDetector;
import org.eclipse.jgit.lib.AbbreviatedObjectId;
import org.eclipse.jgit.lib.AnyObjectId;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.treewalk.EmptyTreeIterator;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.eclipse.jgit.treewalk.filter.TreeFilter;

/** What commits change against their first parent, file by file. */
final class TreeChanges {
  private static final int GIT_RENAME_PERCENT = 50;

  private final ObjectReader reader;
  private final BlobSums sums;

  TreeChanges(ObjectReader reader) {
    this.reader = reader;
    this.sums = new BlobSums(reader);
  }

  /** The files that differ, no renames found; a commit without parents adds all of its own. */
  List<DiffEntry> files(RevCommit commit) throws IOException {
    try (TreeWalk trees = new TreeWalk(reader)) {
      trees.setRecursive(true);
      trees.setFilter(TreeFilter.ANY_DIFF);
      if (commit.getParentCount() == 0) {
        trees.addTree(new EmptyTreeIterator());
      } else {
        trees.addTree(commit.getParent(0).getTree());
      }
      trees.addTree(commit.getTree());
      return DiffEntry.scan(trees);
    }
  }

  /** The files in which two trees differ, no renames found. */
  List<DiffEntry> files(AnyObjectId before, AnyObjectId after) throws IOException {
    try (TreeWalk trees = new TreeWalk(reader)) {
      trees.setRecursive(true);
      trees.setFilter(TreeFilter.ANY_DIFF);
      trees.addTree(before);
      trees.addTree(after);
      return DiffEntry.scan(trees);
    }
  }

  /** The same files with renames found as git does by default. */
  List<DiffEntry> withRenames(List<DiffEntry> files) throws IOException {
    if (!mayRename(files)) {
      return files;
    }
    RenameDetector detector = new RenameDetector(reader, new Config().get(DiffConfig.KEY));
    detector.setRenameScore(GIT_RENAME_PERCENT);
    detector.addAll(files);
    try {
      return detector.compute(reader, null);
    } catch (CanceledException e) {
      throw new IllegalStateException("nobody was given a way to cancel", e);
    }
  }

  /** With renames and, where that is another, without. */
  List<NetChange> netChanges(List<DiffEntry> files) throws IOException {
    Optional<NetChange> plain = netChange(files);
    // The detector changes the entries it is given, so it comes last.
    Optional<NetChange> renamed = mayRename(files) ? netChange(withRenames(files)) : plain;
    return Stream.of(renamed, plain).flatMap(Optional::stream).distinct().toList();
  }

  static List<String> paths(List<DiffEntry> files) {
    return files.stream().map(TreeChanges::path).distinct().sorted().toList();
  }

  private static String path(DiffEntry file) {
    return file.getChangeType() == ChangeType.DELETE ? file.getOldPath() : file.getNewPath();
  }

  private static boolean mayRename(List<DiffEntry> files) {
    return files.stream().anyMatch(f -> f.getChangeType() == ChangeType.ADD)
        && files.stream().anyMatch(f -> f.getChangeType() == ChangeType.DELETE);
  }

  private Optional<NetChange> netChange(List<DiffEntry> files) throws IOException {
    NetChange.Builder change = NetChange.builder();
    for (DiffEntry file : files) {
      String newPath = path(file);
      String oldPath = file.getChangeType() == ChangeType.ADD ? newPath : file.getOldPath();
      Optional<Long> oldSum = sum(file.getOldMode(), file.getOldId());
      Optional<Long> newSum = sum(file.getNewMode(), file.getNewId());
      if (oldSum.isPresent() && newSum.isPresent()) {
        change.file(oldPath, newPath, newSum.get() - oldSum.get());
      } else {
        change.binary(oldPath, newPath, file.getOldId().name(), file.getNewId().name());
      }
    }
    return change.build();
  }

  private Optional<Long> sum(FileMode mode, AbbreviatedObjectId id) throws IOException {
    ObjectId object = id.toObjectId();
    if (mode == FileMode.GITLINK) {
      String line = "Subproject commit " + object.name();
      return Optional.of(LineSum.ofFile(line.getBytes(StandardCharsets.US_ASCII)));
    }
    return sums.of(object);
  }
}
