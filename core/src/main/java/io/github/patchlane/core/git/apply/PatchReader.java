package io.github.patchlane.core.git.apply;

import io.github.patchlane.core.git.apply.FilePatch.Tristate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a diff as {@code git apply -p1} does: strictly, where {@link
 * io.github.patchlane.core.diff.UnifiedDiff} takes whatever people post. What git would not apply
 * is refused; text between the files is passed over.
 */
final class PatchReader {
  private static final String BINARY = "GIT binary patch\n";

  private final PatchText text;
  private final List<FilePatch> patches = new ArrayList<>();
  private int strip = 1;
  private boolean stripKnown;

  private PatchReader(PatchText text) {
    this.text = text;
  }

  /** At least one file. */
  static List<FilePatch> read(PatchText text) throws Refused {
    PatchReader reader = new PatchReader(text);
    int at = 0;
    while (at < text.length()) {
      at = reader.next(at);
    }
    if (reader.patches.isEmpty()) {
      throw Refused.corrupt("no file that git would know is in the diff");
    }
    return reader.patches;
  }

  /** Takes one line of other text, or one file. */
  private int next(int at) throws Refused {
    int next = text.next(at);
    if (next - at < 6) {
      return next;
    }
    if (text.startsWith(at, "@@ -") && HunkReader.isHeader(text, at)) {
      throw corrupt("a hunk without a file", at);
    }
    if (text.startsWith(at, "diff --git ")) {
      GitHeader header = new GitHeader(text, strip);
      if (!hasHeaderBelow(next)) {
        return next;
      }
      FilePatch patch = header.read(at);
      return file(patch, header.end());
    }
    int third = text.next(next);
    if (text.startsWith(at, "--- ")
        && text.startsWith(next, "+++ ")
        && text.startsWith(third, "@@ -")) {
      String first = text.raw(at, next);
      String second = text.raw(next, third);
      if (!stripKnown) {
        int guessed = TraditionalHeader.strip(first, second, -1);
        stripKnown = guessed >= 0;
        strip = stripKnown ? guessed : strip;
      }
      return file(TraditionalHeader.read(first, second, strip), third);
    }
    return next;
  }

  /** Git passes {@code diff --git} over where none of its headers follows. */
  private boolean hasHeaderBelow(int at) {
    for (String header :
        List.of(
            "--- ",
            "+++ ",
            "old mode ",
            "new mode ",
            "deleted file mode ",
            "new file mode ",
            "copy from ",
            "copy to ",
            "rename ",
            "similarity index ",
            "dissimilarity index ",
            "index ")) {
      if (text.startsWith(at, header)) {
        return true;
      }
    }
    return false;
  }

  /** What stands below a header. */
  private int file(FilePatch patch, int start) throws Refused {
    int at = start;
    int oldLines = 0;
    int newLines = 0;
    while (text.startsWith(at, "@@ -")) {
      HunkReader reader = new HunkReader(text, at);
      Hunk hunk = reader.read(patch);
      patch.hunks.add(hunk);
      oldLines |= hunk.oldLines();
      newLines |= hunk.newLines();
      at = reader.end();
    }
    if (patch.added == Tristate.UNKNOWN && (oldLines != 0 || patch.hunks.size() > 1)) {
      patch.added = Tristate.NO;
    }
    if (patch.deleted == Tristate.UNKNOWN && (newLines != 0 || patch.hunks.size() > 1)) {
      patch.deleted = Tristate.NO;
    }
    if (patch.isAdded() && oldLines != 0) {
      throw corrupt("a new file with old lines", start);
    }
    if (patch.isDeleted() && newLines != 0) {
      throw corrupt("a deleted file with new lines", start);
    }
    if (at == start) {
      at = withoutHunks(patch, start);
    }
    patches.add(patch);
    return at;
  }

  private int withoutHunks(FilePatch patch, int start) throws Refused {
    int next = text.next(start);
    String line = text.raw(start, next);
    if (line.equals(BINARY)) {
      BinaryReader reader = new BinaryReader(text, next);
      patch.binary = true;
      patch.binaryChange = Optional.of(reader.read());
      return reader.end();
    }
    if (line.endsWith(" differ\n")
        && (line.startsWith("Binary files ") || line.startsWith("Files "))) {
      patch.binary = true;
      return next;
    }
    if (!patch.changesMetadata()) {
      throw corrupt("a file of which nothing changes", start);
    }
    return start;
  }

  private Refused corrupt(String what, int at) {
    return Refused.corrupt(what + ", line " + text.lineOf(at) + " of the diff");
  }
}
