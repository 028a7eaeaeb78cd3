package io.github.patchlane.gitlab.mergerequest;

import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.diff.DiffHunk;
import io.github.patchlane.core.diff.FileDiff;
import io.github.patchlane.core.diff.LineKind;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.review.LineAnchor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Finds the patch, and the line in its diff, that a place in a whole request's diff belongs to. The
 * line is followed from the end that its number counts in through one patch after the other, to the
 * one that adds or removes it.
 */
final class PatchLines {
  /** What a patch does to a line: the kind where a hunk holds it, and its number beyond. */
  private record Passage(Optional<LineKind> kind, int beyond) {}

  private final Function<SourceId, Optional<byte[]>> diffs;
  private final Map<SourceId, UnifiedDiff> parsed = new HashMap<>();

  PatchLines(Function<SourceId, Optional<byte[]>> diffs) {
    this.diffs = diffs;
  }

  /** A line of the file as the request's head has it. */
  Optional<LineAnchor> ofNewLine(List<Patch> patches, String path, int line) {
    Optional<LineAnchor> best = Optional.empty();
    boolean bestHeld = false;
    String name = path;
    int number = line;
    for (int i = patches.size() - 1; i >= 0; i--) {
      Optional<FileDiff> file = file(patches.get(i), name, true);
      if (file.isEmpty()) {
        continue;
      }
      Passage passage = passage(file.get(), number, true);
      SourceId patch = patches.get(i).id();
      if (passage.kind().equals(Optional.of(LineKind.ADDED))) {
        return Optional.of(new LineAnchor(patch, name, number, LineAnchor.Side.NEW));
      }
      boolean held = passage.kind().isPresent();
      if (best.isEmpty() || (held && !bestHeld)) {
        best = Optional.of(new LineAnchor(patch, name, number, LineAnchor.Side.NEW));
        bestHeld = held;
      }
      number = passage.beyond();
      name = file.get().oldPath().orElse(name);
      if (number < 1 || file.get().oldPath().isEmpty()) {
        break;
      }
    }
    return best;
  }

  /** A line of the file as it was before the request, which some patch removes. */
  Optional<LineAnchor> ofOldLine(List<Patch> patches, String path, int line) {
    Optional<LineAnchor> best = Optional.empty();
    String name = path;
    int number = line;
    for (Patch patch : patches) {
      Optional<FileDiff> file = file(patch, name, false);
      if (file.isEmpty()) {
        continue;
      }
      Passage passage = passage(file.get(), number, false);
      LineAnchor here = new LineAnchor(patch.id(), name, number, LineAnchor.Side.OLD);
      if (passage.kind().equals(Optional.of(LineKind.REMOVED))) {
        return Optional.of(here);
      }
      best = best.isEmpty() ? Optional.of(here) : best;
      number = passage.beyond();
      name = file.get().newPath().orElse(name);
      if (number < 1 || file.get().newPath().isEmpty()) {
        break;
      }
    }
    return best;
  }

  private Optional<FileDiff> file(Patch patch, String path, boolean byNewPath) {
    if (!patch.stat().paths().contains(path)) {
      return Optional.empty();
    }
    UnifiedDiff diff =
        parsed.computeIfAbsent(
            patch.id(), id -> UnifiedDiff.parse(diffs.apply(id).orElse(new byte[0])));
    return diff.files().stream()
        .filter(f -> (byNewPath ? f.newPath() : f.oldPath()).equals(Optional.of(path)))
        .findFirst();
  }

  private static Passage passage(FileDiff file, int number, boolean fromNew) {
    int shift = 0;
    for (DiffHunk hunk : file.hunks()) {
      int start = fromNew ? hunk.newStart() : hunk.oldStart();
      int count = fromNew ? hunk.newCount() : hunk.oldCount();
      // An empty side is given by the line before it.
      int first = count == 0 ? start + 1 : start;
      if (number < first) {
        break;
      }
      if (number < first + count) {
        return inside(hunk, number, fromNew);
      }
      int grown = hunk.newCount() - hunk.oldCount();
      shift += fromNew ? -grown : grown;
    }
    return new Passage(Optional.empty(), number + shift);
  }

  private static Passage inside(DiffHunk hunk, int number, boolean fromNew) {
    int oldLine = hunk.oldStart();
    int newLine = hunk.newStart();
    for (int i = 0; i < hunk.size(); i++) {
      LineKind kind = hunk.kind(i);
      boolean inOld = kind == LineKind.CONTEXT || kind == LineKind.REMOVED;
      boolean inNew = kind == LineKind.CONTEXT || kind == LineKind.ADDED;
      if (fromNew ? inNew && newLine == number : inOld && oldLine == number) {
        return new Passage(Optional.of(kind), fromNew ? oldLine : newLine);
      }
      oldLine += inOld ? 1 : 0;
      newLine += inNew ? 1 : 0;
    }
    return new Passage(Optional.empty(), number);
  }
}
