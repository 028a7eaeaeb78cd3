package io.github.patchlane.core.diff;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.PatchId;
import java.util.List;
import java.util.Optional;

/**
 * The id that {@code git patch-id --stable} prints: a hash of a change that survives a rebase,
 * other white space and another order of files.
 *
 * <p>Equal, quirks included, to git 2.39: white space is space, tab, CR and LF; hunk headers and
 * {@code index} lines are left out, but the blob ids of a binary file count; mode and rename lines
 * count; an empty line in a hunk is not a context line, so a mail whose trailing blanks were eaten
 * gets another id. {@link UnifiedDiff#patchId()} is the id that forgives such damage.
 */
public final class StablePatchId {
  private StablePatchId() {}

  /**
   * One patch found in a text.
   *
   * @param commit the commit that the text named before the patch ({@code commit <id>}, {@code From
   *     <id>})
   */
  public record Identified(Optional<CommitId> commit, PatchId id) {}

  /** All lines that git would print for this text, in its order. Never fails; linear. */
  public static List<Identified> all(byte[] text) {
    PatchIdLines lines = new PatchIdLines();
    Bytes bytes = new Bytes(text);
    int at = 0;
    while (at < text.length) {
      int next = bytes.nextLine(at);
      lines.line(bytes, at, next);
      at = next;
    }
    return lines.end();
  }

  /** The first id of the text; absent where it holds no {@code diff}. */
  public static Optional<PatchId> of(byte[] text) {
    return all(text).stream().findFirst().map(Identified::id);
  }
}
