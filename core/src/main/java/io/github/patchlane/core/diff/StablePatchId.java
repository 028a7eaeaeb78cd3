package io.github.patchlane.core.diff;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.PatchId;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
    List<Identified> found = new ArrayList<>();
    PatchIdHash hash = new PatchIdHash();
    Bytes bytes = new Bytes(text);
    Optional<CommitId> commit = Optional.empty();
    int at = 0;
    while (at < text.length) {
      int next = bytes.nextLine(at);
      Optional<CommitId> named = namedCommit(bytes, at, next);
      if (named.isPresent() || !hash.accept(bytes, at, next)) {
        hash.finish().ifPresent(new Collector(found, commit)::add);
        commit = named;
      }
      at = next;
    }
    hash.finish().ifPresent(new Collector(found, commit)::add);
    return List.copyOf(found);
  }

  /** The first id of the text; absent where it holds no {@code diff}. */
  public static Optional<PatchId> of(byte[] text) {
    return all(text).stream().findFirst().map(Identified::id);
  }

  private record Collector(List<Identified> found, Optional<CommitId> commit) {
    void add(PatchId id) {
      found.add(new Identified(commit, id));
    }
  }

  private static final byte[] COMMIT = Bytes.ascii("commit ");
  private static final byte[] FROM = Bytes.ascii("From ");
  private static final int HEX = 40;

  /** Any line that starts with an object id begins the next patch, prefixed or bare. */
  private static Optional<CommitId> namedCommit(Bytes bytes, int at, int next) {
    int from = at;
    if (bytes.startsWith(at, COMMIT)) {
      from += COMMIT.length;
    } else if (bytes.startsWith(at, FROM)) {
      from += FROM.length;
    }
    if (next - from < HEX) {
      return Optional.empty();
    }
    for (int p = from; p < from + HEX; p++) {
      if (Character.digit(bytes.text()[p], 16) < 0) {
        return Optional.empty();
      }
    }
    String id = new String(bytes.text(), from, HEX, StandardCharsets.US_ASCII);
    return Optional.of(new CommitId(id.toLowerCase(Locale.ROOT)));
  }
}
