package io.github.patchlane.core.diff;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A diff as positions and hashes, without its text: small enough to keep for every patch of an
 * archive (12 bytes a line, 4 more for an added or removed one), enough to find the lines that a
 * reply quotes and to tell how alike two patches are. Immutable.
 *
 * <p>Lines count from 0 over all hunks of all files, in the order of the diff; markers like {@code
 * \ No newline} are not among them. Hashes ignore white space but for where words part, so that
 * they compare equal in rewrapped and tab-folded quotes; 32 bits, so that equal hashes in another
 * place want a second look.
 */
public final class DiffIndex {
  /** Tells a removed line from an added one of the same content; keeps the bits of its weight. */
  private static final int REMOVED = 0x5bd1e998;

  private final List<Optional<String>> oldPaths;
  private final List<Optional<String>> newPaths;
  private final DiffStat stat;
  private final int[] hashes;
  private final int[] oldLines;
  private final int[] newLines;
  private final int[] fileStarts;
  private final int[] hunkStarts;
  private final int[] changed;
  private final double weight;

  private DiffIndex(UnifiedDiff diff, Builder built) {
    this.oldPaths = diff.files().stream().map(FileDiff::oldPath).toList();
    this.newPaths = diff.files().stream().map(FileDiff::newPath).toList();
    this.stat = diff.stat();
    this.hashes = Arrays.copyOf(built.hashes, built.size);
    this.oldLines = Arrays.copyOf(built.oldLines, built.size);
    this.newLines = Arrays.copyOf(built.newLines, built.size);
    this.changed = Arrays.copyOf(built.changed, built.changes);
    this.fileStarts = built.fileStarts;
    this.hunkStarts = built.hunkStarts;
    Arrays.sort(changed);
    this.weight = built.weight;
  }

  public static DiffIndex of(UnifiedDiff diff) {
    return new DiffIndex(diff, new Builder(diff));
  }

  /** The hash of a line without its marker, be it from a diff, a file or a quote. */
  public static int hashOf(CharSequence content) {
    return LineHash.of(content);
  }

  /** The same from bytes: UTF-8, and ISO-8859-1 where they aren't that. */
  public static int hashOf(byte[] content) {
    return LineHash.of(content, 0, content.length);
  }

  /**
   * How much a line with that hash tells, from nearly 0 for a brace to somewhat above 1 for a long
   * statement.
   */
  public static double weightOf(int hash) {
    return LineHash.weight(hash);
  }

  /** See {@link #similarity(DiffIndex, DiffIndex, LineRarity)}, with all lines equally rare. */
  public static double similarity(DiffIndex a, DiffIndex b) {
    return similarity(a, b, LineRarity.UNKNOWN);
  }

  /**
   * How alike two patches are, from 0 to 1: the share of their added and removed lines that is
   * common, each line counted by what it tells and how rare it is, lessened where their paths
   * differ. Context does not count, so a rebase hardly matters. Equal patches give 1. Patches
   * without lines (renames, modes, binaries) go by their paths alone.
   */
  public static double similarity(DiffIndex a, DiffIndex b, LineRarity rarity) {
    return DiffSimilarity.of(a, b, rarity);
  }

  /** How many lines, context included. */
  public int lines() {
    return hashes.length;
  }

  public int hunks() {
    return hunkStarts.length;
  }

  public int files() {
    return newPaths.size();
  }

  public DiffStat stat() {
    return stat;
  }

  public LineKind kind(int line) {
    if (oldLines[line] == 0) {
      return LineKind.ADDED;
    }
    return newLines[line] == 0 ? LineKind.REMOVED : LineKind.CONTEXT;
  }

  /** The line's number in the old file, from 1; 0 for an added line. */
  public int oldLine(int line) {
    return oldLines[line];
  }

  /** The line's number in the new file, from 1; 0 for a removed line. */
  public int newLine(int line) {
    return newLines[line];
  }

  /** See {@link #hashOf(CharSequence)}. */
  public int hash(int line) {
    return hashes[line];
  }

  /** Which file of the diff the line is in, from 0. */
  public int file(int line) {
    return last(fileStarts, line);
  }

  /** Which hunk the line is in, counted from 0 over the whole diff. */
  public int hunk(int line) {
    return last(hunkStarts, line);
  }

  /** The first line of a hunk, counted from 0 over the whole diff. */
  public int hunkStart(int hunk) {
    return hunkStarts[hunk];
  }

  /** The new path of the line's file, or the old one of a deleted file. */
  public String path(int line) {
    return pathOfFile(file(line));
  }

  /** The new path of a file, or the old one of a deleted file. */
  public String pathOfFile(int file) {
    return newPaths.get(file).or(() -> oldPaths.get(file)).orElseThrow();
  }

  /** Absent for an added file. */
  public Optional<String> oldPathOfFile(int file) {
    return oldPaths.get(file);
  }

  /** Absent for a deleted file. */
  public Optional<String> newPathOfFile(int file) {
    return newPaths.get(file);
  }

  /**
   * One key for each added or removed line, sorted ascending, equal lines as often as they come:
   * what an index over many patches looks candidates up by. A key weighs as {@link #weightOf} says,
   * and differs between adding and removing the same line.
   */
  public int[] changedLineKeys() {
    return changed.clone();
  }

  int[] changed() {
    return changed;
  }

  /** How much all added and removed lines tell together. */
  double weight() {
    return weight;
  }

  /** The last start at or before the line; of several equal ones (files without lines) the last. */
  private static int last(int[] starts, int line) {
    int low = 0;
    int high = starts.length - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (starts[middle] <= line) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    return low;
  }

  private static final class Builder {
    private final LineHash hash = new LineHash();
    private final byte[] text;
    private final int[] hashes;
    private final int[] oldLines;
    private final int[] newLines;
    private final int[] changed;
    private final int[] fileStarts;
    private final int[] hunkStarts;
    private int hunksRead;
    private int size;
    private int changes;
    private double weight;

    Builder(UnifiedDiff diff) {
      text = diff.text().text();
      int capacity = 0;
      int hunks = 0;
      for (FileDiff file : diff.files()) {
        for (DiffHunk hunk : file.hunks()) {
          capacity += hunk.size();
          hunks++;
        }
      }
      hunkStarts = new int[hunks];
      hashes = new int[capacity];
      oldLines = new int[capacity];
      newLines = new int[capacity];
      changed = new int[capacity];
      fileStarts = new int[diff.files().size()];
      for (int i = 0; i < fileStarts.length; i++) {
        fileStarts[i] = size;
        for (DiffHunk hunk : diff.files().get(i).hunks()) {
          hunkStarts[hunksRead++] = size;
          hunk(hunk);
        }
      }
    }

    private void hunk(DiffHunk hunk) {
      int oldLine = Math.max(1, hunk.oldStart());
      int newLine = Math.max(1, hunk.newStart());
      for (int i = 0; i < hunk.size(); i++) {
        LineKind kind = hunk.kind(i);
        if (kind == LineKind.NO_NEWLINE) {
          continue;
        }
        int value = hash.hash(text, hunk.contentStart(i), hunk.contentEnd(i));
        hashes[size] = value;
        if (kind != LineKind.CONTEXT) {
          changed[changes++] = kind == LineKind.REMOVED ? value ^ REMOVED : value;
          weight += LineHash.weight(value);
        }
        oldLines[size] = kind == LineKind.ADDED ? 0 : oldLine++;
        newLines[size] = kind == LineKind.REMOVED ? 0 : newLine++;
        size++;
      }
    }
  }
}
