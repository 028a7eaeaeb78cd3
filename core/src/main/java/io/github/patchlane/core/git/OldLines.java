package io.github.patchlane.core.git;

import io.github.patchlane.core.diff.DiffHunk;
import io.github.patchlane.core.diff.FileDiff;
import io.github.patchlane.core.diff.LineKind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The old side of a file's hunks as hashes, each line in its place: what tells a file where the
 * patch gives no id of it. Immutable.
 */
public final class OldLines {
  private final List<Run> runs;

  /** Lines that follow each other, the first one counted from 0. */
  private static final class Run {
    private final int first;
    private final int[] hashes;

    Run(int first, int[] hashes) {
      this.first = first;
      this.hashes = hashes;
    }

    int first() {
      return first;
    }

    int[] hashes() {
      return hashes;
    }
  }

  private OldLines(List<Run> runs) {
    this.runs = List.copyOf(runs);
  }

  static OldLines of(FileDiff file) {
    List<Run> runs = new ArrayList<>();
    for (DiffHunk hunk : file.hunks()) {
      int[] hashes =
          IntStream.range(0, hunk.size())
              .filter(i -> hunk.kind(i) == LineKind.CONTEXT || hunk.kind(i) == LineKind.REMOVED)
              .map(i -> hash(hunk.content(i)))
              .toArray();
      if (hashes.length > 0) {
        runs.add(new Run(Math.max(0, hunk.oldStart() - 1), hashes));
      }
    }
    return new OldLines(runs);
  }

  /** Whether every one of these lines is where the hunks have it. */
  boolean in(byte[] content) {
    int[] lines = lines(content);
    return runs.stream()
        .allMatch(
            run ->
                run.first() + run.hashes().length <= lines.length
                    && Arrays.equals(
                        lines,
                        run.first(),
                        run.first() + run.hashes().length,
                        run.hashes(),
                        0,
                        run.hashes().length));
  }

  private static int[] lines(byte[] content) {
    IntStream.Builder hashes = IntStream.builder();
    int start = 0;
    for (int i = 0; i < content.length; i++) {
      if (content[i] == '\n') {
        hashes.add(hash(content, start, i));
        start = i + 1;
      }
    }
    if (start < content.length) {
      hashes.add(hash(content, start, content.length));
    }
    return hashes.build().toArray();
  }

  private static int hash(byte[] line) {
    return hash(line, 0, line.length);
  }

  /** Without a CR at the end, which mail takes and gives. */
  private static int hash(byte[] text, int start, int end) {
    int last = end > start && text[end - 1] == '\r' ? end - 1 : end;
    int sum = 1;
    for (int i = start; i < last; i++) {
      sum = 31 * sum + text[i];
    }
    return sum;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof OldLines that
        && runs.size() == that.runs.size()
        && IntStream.range(0, runs.size())
            .allMatch(
                i ->
                    runs.get(i).first() == that.runs.get(i).first()
                        && Arrays.equals(runs.get(i).hashes(), that.runs.get(i).hashes()));
  }

  @Override
  public int hashCode() {
    return runs.stream().mapToInt(run -> 31 * run.first() + Arrays.hashCode(run.hashes())).sum();
  }
}
