package io.github.patchlane.core.diff;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.diff.StablePatchId.Identified;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Tells one patch from the next in a run of lines and has each hashed. The lines come from a text,
 * or from a parsed diff without a text being made of it.
 */
final class PatchIdLines implements GitLines {
  private static final byte[] COMMIT = Bytes.ascii("commit ");
  private static final byte[] FROM = Bytes.ascii("From ");
  private static final int HEX = 40;

  private final PatchIdHash hash = new PatchIdHash();
  private final List<Identified> found = new ArrayList<>();
  private Optional<CommitId> commit = Optional.empty();

  /** The line of a text between two offsets, its line end included where it has one. */
  void line(Bytes text, int start, int next) {
    Optional<CommitId> named = namedCommit(text, start, next);
    if (named.isPresent() || !hash.accept(text, start, next)) {
      finish();
      commit = named;
    }
  }

  @Override
  public void headerLine(byte[] bytes, int from, int to) {
    byte[] line = new byte[to - from + 1];
    System.arraycopy(bytes, from, line, 0, to - from);
    line[to - from] = '\n';
    line(new Bytes(line), 0, line.length);
  }

  @Override
  public void hunkLine(int marker, byte[] bytes, int from, int to) {
    if (!hash.acceptInHunk(marker, bytes, from, to)) {
      byte[] line = new byte[to - from + 2];
      line[0] = (byte) marker;
      System.arraycopy(bytes, from, line, 1, to - from);
      line[line.length - 1] = '\n';
      line(new Bytes(line), 0, line.length);
    }
  }

  /** What was found, once the last line was given. */
  List<Identified> end() {
    finish();
    return List.copyOf(found);
  }

  /** The id of the first patch, once the last line was given. */
  Optional<PatchId> firstId() {
    return end().stream().findFirst().map(Identified::id);
  }

  private void finish() {
    Optional<CommitId> of = commit;
    hash.finish().ifPresent(id -> found.add(new Identified(of, id)));
  }

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
