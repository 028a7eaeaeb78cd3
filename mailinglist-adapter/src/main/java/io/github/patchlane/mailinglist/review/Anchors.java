package io.github.patchlane.mailinglist.review;

import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.diff.DiffIndex;
import io.github.patchlane.core.diff.LineKind;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.LineAnchor.Side;
import io.github.patchlane.mailinglist.review.QuotedComment.CountedLine;
import io.github.patchlane.mailinglist.review.Target.TargetPatch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Finds the lines that the comments of one mail are about: each the nearest quoted line above it
 * that the patch has. Of several equal lines that one is taken whose lines before are quoted too,
 * and which comes after the comment before.
 */
final class Anchors {
  /** How far apart two quoted lines may lie in the diff and still support each other. */
  private static final int REACH = 60;

  /** Lines between that a quote drops without a sign: empty ones. */
  private static final int NEAR = 2;

  private static final double SUPPORT = 0.2;

  /** Nobody quotes a patch so far from the one they answer; a series may have thousands. */
  private static final int PATCHES_AROUND = 100;

  private final List<TargetPatch> patches;
  private final int answered;
  private int lastPatch = -1;
  private int lastLine = -1;

  private Anchors(List<TargetPatch> patches, int answered) {
    this.patches = patches;
    this.answered = answered;
  }

  /** The place of each comment, in order; none for what turns out to be no comment. */
  static List<Optional<LineAnchor>> locate(List<QuotedComment> comments, Target target) {
    int answered = -1;
    for (int i = 0; i < target.patches().size(); i++) {
      answered = target.patches().get(i).index() == target.index() ? i : answered;
    }
    Anchors anchors = new Anchors(target.patches(), answered);
    List<Optional<LineAnchor>> found = new ArrayList<>();
    for (QuotedComment comment : comments) {
      found.add(anchors.isBrokenQuote(comment) ? Optional.empty() : anchors.locate(comment));
    }
    return found;
  }

  /** Whether the words are the broken-off end of a quoted line. */
  private boolean isBrokenQuote(QuotedComment comment) {
    if (comment.joined().isEmpty()) {
      return false;
    }
    int joined = comment.joined().getAsInt();
    return patches.subList(from(), to()).stream()
        .flatMap(p -> p.diff().stream())
        .anyMatch(diff -> indexOf(diff, joined, 0, diff.lines()) >= 0);
  }

  private int from() {
    return Math.max(0, answered - PATCHES_AROUND);
  }

  private int to() {
    return Math.min(patches.size(), Math.max(0, answered) + PATCHES_AROUND + 1);
  }

  private Optional<LineAnchor> locate(QuotedComment comment) {
    if (answered >= 0) {
      Optional<LineAnchor> here = search(comment, answered);
      if (here.isPresent()) {
        return here;
      }
    }
    Match best = Match.NONE;
    for (int i = from(); i < to(); i++) {
      if (i != answered && patches.get(i).diff().isPresent()) {
        Match match = match(comment, patches.get(i).diff().get(), i == lastPatch ? lastLine : -1);
        if (match.score > best.score) {
          best = match.in(i);
        }
      }
    }
    if (best.line >= 0) {
      return Optional.of(anchor(best.patch, best.line));
    }
    return counted(comment);
  }

  private Optional<LineAnchor> search(QuotedComment comment, int patch) {
    Optional<DiffIndex> diff = patches.get(patch).diff();
    if (diff.isEmpty()) {
      return Optional.empty();
    }
    OptionalInt counted = countedAndQuoted(comment, diff.get());
    if (counted.isPresent()) {
      return Optional.of(anchor(patch, counted.getAsInt()));
    }
    Match match = match(comment, diff.get(), patch == lastPatch ? lastLine : -1);
    return match.line < 0 ? Optional.empty() : Optional.of(anchor(patch, match.line));
  }

  private LineAnchor anchor(int patch, int line) {
    lastPatch = patch;
    lastLine = line;
    TargetPatch of = patches.get(patch);
    return anchor(of.id(), of.diff().orElseThrow(), line);
  }

  private static LineAnchor anchor(SourceId patch, DiffIndex diff, int line) {
    if (diff.kind(line) == LineKind.REMOVED) {
      String path = diff.oldPathOfFile(diff.file(line)).orElseGet(() -> diff.path(line));
      return new LineAnchor(patch, path, diff.oldLine(line), Side.OLD);
    }
    return new LineAnchor(patch, diff.path(line), diff.newLine(line), Side.NEW);
  }

  /** The quote's own count, where the patch is not there to contradict it. */
  private Optional<LineAnchor> counted(QuotedComment comment) {
    if (answered < 0 || comment.counted().isEmpty()) {
      return Optional.empty();
    }
    CountedLine line = comment.counted().get();
    TargetPatch patch = patches.get(answered);
    OptionalInt at = patch.diff().map(diff -> indexOf(diff, line)).orElse(OptionalInt.empty());
    if (patch.diff().isPresent() && at.isEmpty()) {
      return Optional.empty();
    }
    Side side = line.old() ? Side.OLD : Side.NEW;
    return Optional.of(new LineAnchor(patch.id(), line.path(), line.line(), side));
  }

  /** Where the quote's own count and the patch's line agree, nothing is left to weigh. */
  private static OptionalInt countedAndQuoted(QuotedComment comment, DiffIndex diff) {
    QuotedLines quoted = comment.above();
    if (comment.counted().isEmpty() || quoted.size() == 0) {
      return OptionalInt.empty();
    }
    OptionalInt line = indexOf(diff, comment.counted().get());
    boolean same = line.isPresent() && diff.hash(line.getAsInt()) == quoted.hash(quoted.size() - 1);
    return same ? line : OptionalInt.empty();
  }

  private static OptionalInt indexOf(DiffIndex diff, CountedLine wanted) {
    for (int i = 0; i < diff.lines(); i++) {
      if ((wanted.old() ? diff.oldLine(i) : diff.newLine(i)) == wanted.line()
          && diff.path(i).equals(wanted.path())) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  private static int indexOf(DiffIndex diff, int hash, int from, int to) {
    for (int i = from; i < to; i++) {
      if (diff.hash(i) == hash) {
        return i;
      }
    }
    return -1;
  }

  /** The best line for a comment in one diff, {@code line} -1 where there is none. */
  private record Match(int patch, int line, double score) {
    static final Match NONE = new Match(-1, -1, 0);

    Match in(int newPatch) {
      return new Match(newPatch, line, score);
    }
  }

  private static Match match(QuotedComment comment, DiffIndex diff, int after) {
    QuotedLines quoted = comment.above();
    for (int k = quoted.size() - 1; k >= 0; k--) {
      Match best = Match.NONE;
      int wanted = quoted.hash(k);
      for (int line = indexOf(diff, wanted, 0, diff.lines());
          line >= 0;
          line = indexOf(diff, wanted, line + 1, diff.lines())) {
        if (!fits(quoted.marker(k), diff.kind(line))) {
          continue;
        }
        double support = support(quoted, k, diff, line);
        support += comment.hunk() > 0 && comment.hunk() == hunkStart(diff, line) ? 0.8 : 0;
        if (!quoted.telling(k) && support < SUPPORT) {
          continue;
        }
        double score = DiffIndex.weightOf(wanted) + support + place(comment, diff, line, after);
        // Among equals the first behind the comment before; lines are visited in order.
        if (score > best.score + 1e-9) {
          best = new Match(-1, line, score);
        }
      }
      if (best.line >= 0) {
        return best;
      }
    }
    return Match.NONE;
  }

  private static double place(QuotedComment comment, DiffIndex diff, int line, int after) {
    double bonus = line >= after ? 0.3 : 0;
    boolean named = !comment.path().isEmpty();
    if (named && comment.path().equals(diff.path(line))) {
      bonus += 0.6;
    }
    if (comment.counted().isPresent()) {
      CountedLine counted = comment.counted().get();
      int number = counted.old() ? diff.oldLine(line) : diff.newLine(line);
      bonus += number == counted.line() && named ? 1 : 0;
    }
    return bonus;
  }

  /** Where the line's hunk begins in the new file. */
  private static int hunkStart(DiffIndex diff, int line) {
    int first = diff.hunkStart(diff.hunk(line));
    while (first < line && diff.newLine(first) == 0) {
      first++;
    }
    return diff.newLine(first);
  }

  private static boolean fits(char marker, LineKind kind) {
    return switch (marker) {
      case '+' -> kind == LineKind.ADDED;
      case '-' -> kind == LineKind.REMOVED;
      default -> true;
    };
  }

  /** How well the quoted lines above this one stand above that line of the diff, too. */
  private static double support(QuotedLines quoted, int k, DiffIndex diff, int line) {
    double sum = 0;
    int cursor = line;
    int file = diff.file(line);
    for (int i = k - 1; i >= 0 && cursor > 0; i--) {
      int floor = Math.max(0, cursor - REACH);
      for (int j = cursor - 1; j >= floor; j--) {
        if (diff.hash(j) == quoted.hash(i) && fits(quoted.marker(i), diff.kind(j))) {
          if (diff.file(j) != file) {
            return sum;
          }
          double weight = DiffIndex.weightOf(quoted.hash(i));
          sum += cursor - j <= NEAR ? weight + 0.05 : weight * 0.4;
          cursor = j;
          break;
        }
      }
    }
    return sum;
  }
}
