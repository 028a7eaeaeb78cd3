package io.github.patchlane.core.diff;

import io.github.patchlane.core.contribution.PatchId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A unified diff, found in any text: a mail body, the output of git, hg, svn, quilt or {@code diff
 * -u}.
 *
 * <p>Reading never fails. Text around and between the files is skipped; hunks end where their
 * counts say; a hunk that ends too early is kept and called damaged; combined diffs of merges are
 * left out. An empty line inside a hunk is a context line whose blank was eaten on the way, a tab
 * at its start one whose blank was. Cost and memory are linear in the text.
 *
 * <p>Immutable, as long as nobody changes the array given to {@link #parse}, which is kept.
 */
public final class UnifiedDiff {
  private final Bytes text;
  private final List<FileDiff> files;

  UnifiedDiff(Bytes text, List<FileDiff> files) {
    this.text = text;
    this.files = List.copyOf(files);
  }

  /** The diff in a text of any charset; one without files where there is none. */
  public static UnifiedDiff parse(byte[] text) {
    return new DiffParser(new Bytes(text)).parse();
  }

  public List<FileDiff> files() {
    return files;
  }

  public boolean isEmpty() {
    return files.isEmpty();
  }

  /** Whether any hunk lacks lines. */
  public boolean damaged() {
    return files.stream().anyMatch(FileDiff::damaged);
  }

  /**
   * Offset of the first header line in the text, so that what stands before is the message, the
   * {@code ---} line and the diffstat; the end of the text where there is no diff.
   */
  public int start() {
    return files.isEmpty() ? text.length() : files.get(0).start();
  }

  /** Offset behind the last line of the last file; a signature comes after. */
  public int end() {
    return files.isEmpty() ? text.length() : files.get(files.size() - 1).end();
  }

  public DiffStat stat() {
    List<String> paths = new ArrayList<>();
    int added = 0;
    int removed = 0;
    for (FileDiff file : files) {
      DiffStat one = file.stat();
      paths.addAll(one.paths());
      added += one.added();
      removed += one.removed();
    }
    return new DiffStat(paths, added, removed);
  }

  /**
   * The diff alone, as git writes it, for readers stricter than this one: nothing between or behind
   * the files, {@code diff --git} and {@code a/}, {@code b/} before each, LF where mail made CRLF
   * of it, the blank of empty context lines restored. What was all that already comes out byte for
   * byte. Damaged hunks stay short of their counts, so that such readers reject them.
   */
  public byte[] toGitFormat() {
    GitText whole = new GitText(end() - start());
    writeTo(whole);
    return whole.bytes();
  }

  /**
   * The {@link StablePatchId} of {@link #toGitFormat()}: the id of the commit that this diff
   * becomes, even where mail ate blanks or the diff wasn't made by git. Absent where there is no
   * diff.
   */
  public Optional<PatchId> patchId() {
    PatchIdLines lines = new PatchIdLines();
    writeTo(lines);
    return lines.firstId();
  }

  private void writeTo(GitLines lines) {
    GitFormat format = new GitFormat(text, lines);
    files.forEach(format::write);
  }

  /** The compact form, which lets the text go. */
  public DiffIndex index() {
    return DiffIndex.of(this);
  }

  Bytes text() {
    return text;
  }
}
