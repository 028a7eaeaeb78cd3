package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.LineAnchor.Side;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.eclipse.jgit.diff.DiffEntry;
import org.eclipse.jgit.diff.DiffEntry.ChangeType;
import org.eclipse.jgit.errors.LargeObjectException;
import org.eclipse.jgit.errors.MissingObjectException;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevCommit;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;

/**
 * Finds the lines of a branch's patches in the change of the branch as a whole. The numbers that a
 * patch gives its lines are those of the files it was made from: they move where the patch was
 * applied some lines off, and with every later patch of the branch. Not thread-safe.
 */
public final class BranchLines {
  /** More of a file than anybody shows line by line. */
  private static final int LARGEST_FILE = 4 << 20;

  private final Repository repository;
  private final CommitId base;
  private final List<CommitId> commits;
  private final Map<ObjectId, Optional<FileLines>> texts = new HashMap<>();
  private final Map<String, Optional<LineMap>> maps = new HashMap<>();
  private Optional<List<DiffEntry>> whole = Optional.empty();

  BranchLines(Repository repository, CommitId base, List<CommitId> commits) {
    this.repository = repository;
    this.base = base;
    this.commits = List.copyOf(commits);
  }

  /**
   * The place of one line of one patch.
   *
   * @param commit which of the branch's commits the patch became, from 0
   * @param patch the patch as it was posted
   * @param anchor the line, as the patch numbers it
   * @return empty where a later patch took the line away, where the whole does not show it, or
   *     where it cannot be found
   */
  public Optional<DiffPlace> find(int commit, UnifiedDiff patch, LineAnchor anchor) {
    Optional<QuotedHunk> hunk = QuotedHunk.of(patch, anchor);
    if (hunk.isEmpty()) {
      return Optional.empty();
    }
    try (RevWalk walk = new RevWalk(repository)) {
      return anchor.side() == Side.NEW
          ? newLine(walk, commit, hunk.get(), anchor.path())
          : oldLine(walk, commit, hunk.get(), anchor.path());
    } catch (MissingObjectException | LargeObjectException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw GitRepository.unreadable(repository, e);
    }
  }

  private Optional<DiffPlace> newLine(RevWalk walk, int commit, QuotedHunk hunk, String path)
      throws IOException {
    RevCommit own = parse(walk, commits.get(commit));
    Optional<FileLines> then = text(walk, own, path);
    OptionalInt line = line(then, hunk);
    Optional<String> last = pathAtHead(walk, commit, path);
    if (line.isEmpty() || last.isEmpty()) {
      return Optional.empty();
    }
    Optional<FileLines> after = text(walk, head(walk), last.get());
    OptionalInt now = forward(then, after, line.getAsInt());
    Optional<DiffEntry> entry =
        whole(walk).stream()
            .filter(e -> e.getChangeType() != ChangeType.DELETE)
            .filter(e -> e.getNewPath().equals(last.get()))
            .findFirst();
    if (now.isEmpty() || entry.isEmpty()) {
      return Optional.empty();
    }
    Optional<LineMap> change = change(walk, entry.get());
    if (change.isEmpty() || !change.get().showsNew(now.getAsInt())) {
      return Optional.empty();
    }
    return Optional.of(
        place(entry.get(), change.get().back(now.getAsInt()), OptionalInt.of(now.getAsInt())));
  }

  private Optional<DiffPlace> oldLine(RevWalk walk, int commit, QuotedHunk hunk, String path)
      throws IOException {
    RevCommit parent = parse(walk, parse(walk, commits.get(commit)).getParent(0));
    Optional<FileLines> then = text(walk, parent, path);
    OptionalInt line = line(then, hunk);
    Optional<String> first = pathAtBase(walk, commit, path);
    if (line.isEmpty() || first.isEmpty()) {
      return Optional.empty();
    }
    Optional<FileLines> before = text(walk, parse(walk, base), first.get());
    OptionalInt once = back(before, then, line.getAsInt());
    Optional<DiffEntry> entry =
        whole(walk).stream()
            .filter(e -> e.getChangeType() != ChangeType.ADD)
            .filter(e -> e.getOldPath().equals(first.get()))
            .findFirst();
    if (once.isEmpty() || entry.isEmpty()) {
      return Optional.empty();
    }
    Optional<LineMap> change = change(walk, entry.get());
    if (change.isEmpty() || !change.get().showsOld(once.getAsInt())) {
      return Optional.empty();
    }
    return Optional.of(
        place(entry.get(), OptionalInt.of(once.getAsInt()), change.get().forward(once.getAsInt())));
  }

  private static DiffPlace place(DiffEntry entry, OptionalInt oldLine, OptionalInt newLine) {
    ChangeType type = entry.getChangeType();
    return new DiffPlace(
        type == ChangeType.ADD ? entry.getNewPath() : entry.getOldPath(),
        type == ChangeType.DELETE ? entry.getOldPath() : entry.getNewPath(),
        fromOne(oldLine),
        fromOne(newLine));
  }

  private static OptionalInt fromOne(OptionalInt line) {
    return line.isPresent() ? OptionalInt.of(line.getAsInt() + 1) : line;
  }

  private static OptionalInt line(Optional<FileLines> text, QuotedHunk hunk) {
    if (text.isEmpty() || text.get().isBinary()) {
      return OptionalInt.empty();
    }
    OptionalInt start = text.get().nearest(hunk.lines(), hunk.start());
    if (start.isPresent()) {
      return OptionalInt.of(start.getAsInt() + hunk.index());
    }
    // merged with other changes: the line itself may still stand there
    return text.get().nearest(List.of(hunk.lines().get(hunk.index())), hunk.start() + hunk.index());
  }

  private static OptionalInt forward(
      Optional<FileLines> before, Optional<FileLines> after, int line) {
    return before.isEmpty() || after.isEmpty()
        ? OptionalInt.empty()
        : new LineMap(before.get().text(), after.get().text()).forward(line);
  }

  private static OptionalInt back(Optional<FileLines> before, Optional<FileLines> after, int line) {
    return before.isEmpty() || after.isEmpty()
        ? OptionalInt.empty()
        : new LineMap(before.get().text(), after.get().text()).back(line);
  }

  private Optional<String> pathAtHead(RevWalk walk, int commit, String path) throws IOException {
    String now = path;
    for (CommitId later : commits.subList(commit + 1, commits.size())) {
      String before = now;
      for (DiffEntry entry : files(walk, later)) {
        if (entry.getChangeType() == ChangeType.RENAME && entry.getOldPath().equals(before)) {
          now = entry.getNewPath();
        } else if (entry.getChangeType() == ChangeType.DELETE
            && entry.getOldPath().equals(before)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(now);
  }

  private Optional<String> pathAtBase(RevWalk walk, int commit, String path) throws IOException {
    String then = path;
    for (int earlier = commit - 1; earlier >= 0; earlier--) {
      String after = then;
      for (DiffEntry entry : files(walk, commits.get(earlier))) {
        if (entry.getChangeType() == ChangeType.RENAME && entry.getNewPath().equals(after)) {
          then = entry.getOldPath();
        } else if (entry.getChangeType() == ChangeType.ADD && entry.getNewPath().equals(after)) {
          return Optional.empty();
        }
      }
    }
    return Optional.of(then);
  }

  private List<DiffEntry> files(RevWalk walk, CommitId commit) throws IOException {
    RevCommit parsed = parse(walk, commit);
    if (parsed.getParentCount() > 0) {
      walk.parseHeaders(parsed.getParent(0));
    }
    TreeChanges changes = new TreeChanges(walk.getObjectReader());
    return changes.withRenames(changes.files(parsed));
  }

  private List<DiffEntry> whole(RevWalk walk) throws IOException {
    if (whole.isEmpty()) {
      TreeChanges changes = new TreeChanges(walk.getObjectReader());
      whole =
          Optional.of(
              changes.withRenames(
                  changes.files(parse(walk, base).getTree(), head(walk).getTree())));
    }
    return whole.get();
  }

  /** What the branch changes in one file. */
  private Optional<LineMap> change(RevWalk walk, DiffEntry entry) throws IOException {
    String key = entry.getOldPath() + "\0" + entry.getNewPath();
    Optional<LineMap> known = maps.get(key);
    if (known == null) {
      Optional<FileLines> before = text(walk, parse(walk, base), entry.getOldPath());
      Optional<FileLines> after = text(walk, head(walk), entry.getNewPath());
      boolean binary =
          before.map(FileLines::isBinary).orElse(false)
              || after.map(FileLines::isBinary).orElse(false);
      known =
          binary
              ? Optional.empty()
              : Optional.of(
                  new LineMap(
                      before.map(FileLines::text).orElse(new byte[0]),
                      after.map(FileLines::text).orElse(new byte[0])));
      maps.put(key, known);
    }
    return known;
  }

  private Optional<FileLines> text(RevWalk walk, RevCommit commit, String path) throws IOException {
    if (path.equals(DiffEntry.DEV_NULL)) {
      return Optional.empty();
    }
    ObjectReader reader = walk.getObjectReader();
    try (TreeWalk file = TreeWalk.forPath(reader, path, commit.getTree())) {
      if (file == null || file.isSubtree()) {
        return Optional.empty();
      }
      ObjectId blob = file.getObjectId(0);
      Optional<FileLines> known = texts.get(blob);
      if (known == null) {
        known = Optional.of(new FileLines(reader.open(blob).getCachedBytes(LARGEST_FILE)));
        texts.put(blob, known);
      }
      return known;
    }
  }

  private RevCommit head(RevWalk walk) throws IOException {
    return parse(walk, commits.get(commits.size() - 1));
  }

  private static RevCommit parse(RevWalk walk, CommitId commit) throws IOException {
    return walk.parseCommit(ObjectId.fromString(commit.value()));
  }

  private static RevCommit parse(RevWalk walk, RevCommit commit) throws IOException {
    return walk.parseCommit(commit);
  }
}
