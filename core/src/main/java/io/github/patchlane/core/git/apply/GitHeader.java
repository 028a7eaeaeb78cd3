package io.github.patchlane.core.git.apply;

import io.github.patchlane.core.git.apply.FilePatch.Tristate;
import java.util.Optional;

/** The lines from {@code diff --git} to the first that is no header, taken by git's rules. */
final class GitHeader {
  private final PatchText text;
  private final int strip;
  private final FilePatch patch = new FilePatch();
  private Optional<String> commonName = Optional.empty();
  private int end;

  GitHeader(PatchText text, int strip) {
    this.text = text;
    this.strip = strip;
  }

  /** Behind the header. */
  int end() {
    return end;
  }

  /** Reads the header that starts there. */
  FilePatch read(int start) throws Refused {
    patch.added = Tristate.NO;
    patch.deleted = Tristate.NO;
    int at = text.next(start);
    commonName = DiffNames.both(text.raw(start, at), "diff --git ".length(), strip);
    while (at < text.length()) {
      int next = text.next(at);
      if (!line(text.raw(at, next), at)) {
        break;
      }
      at = next;
    }
    end = at;
    complete(start);
    return patch;
  }

  /** False where the line is none of the header's. */
  private boolean line(String line, int at) throws Refused {
    if (line.startsWith("--- ")) {
      patch.oldName = verified(line, 4, patch.isAdded(), patch.oldName, at);
    } else if (line.startsWith("+++ ")) {
      patch.newName = verified(line, 4, patch.isDeleted(), patch.newName, at);
    } else if (line.startsWith("old mode ")) {
      patch.oldMode = mode(line, 9, at);
    } else if (line.startsWith("new mode ")) {
      patch.newMode = mode(line, 9, at);
    } else if (line.startsWith("deleted file mode ")) {
      patch.deleted = Tristate.YES;
      patch.oldName = commonName;
      patch.oldMode = mode(line, 18, at);
    } else if (line.startsWith("new file mode ")) {
      patch.added = Tristate.YES;
      patch.newName = commonName;
      patch.newMode = mode(line, 14, at);
    } else if (line.startsWith("copy from ")) {
      patch.copied = true;
      patch.oldName = moved(line, 10);
    } else if (line.startsWith("copy to ")) {
      patch.copied = true;
      patch.newName = moved(line, 8);
    } else if (line.startsWith("rename from ") || line.startsWith("rename old ")) {
      patch.renamed = true;
      patch.oldName = moved(line, line.startsWith("rename from ") ? 12 : 11);
    } else if (line.startsWith("rename to ") || line.startsWith("rename new ")) {
      patch.renamed = true;
      patch.newName = moved(line, line.startsWith("rename to ") ? 10 : 11);
    } else if (line.startsWith("index ")) {
      index(line, at);
    } else if (!line.startsWith("similarity index ") && !line.startsWith("dissimilarity index ")) {
      return false;
    }
    int kinds = (patch.isAdded() ? 1 : 0) + (patch.isDeleted() ? 1 : 0);
    if (kinds + (patch.renamed ? 1 : 0) + (patch.copied ? 1 : 0) > 1) {
      throw corrupt("headers that contradict each other", at);
    }
    return true;
  }

  /** The same name as before where there was one; {@code /dev/null} exactly where it has to be. */
  private Optional<String> verified(
      String line, int from, boolean absent, Optional<String> before, int at) throws Refused {
    if (absent) {
      if (before.isPresent() || !DiffNames.isDevNull(line, from)) {
        throw corrupt("a name where /dev/null belongs", at);
      }
      return before;
    }
    Optional<String> name = DiffNames.find(line, from, Optional.empty(), strip, true);
    if (before.isPresent() && !before.equals(name)) {
      throw corrupt("two names for one file", at);
    }
    return name;
  }

  private Optional<String> moved(String line, int from) {
    return DiffNames.find(line, from, Optional.empty(), Math.max(0, strip - 1), false);
  }

  private void index(String line, int at) throws Refused {
    int dots = line.indexOf('.');
    if (dots < 0 || !line.startsWith("..", dots) || dots - 6 > 40) {
      return;
    }
    int newEnd = dots + 2;
    while (newEnd < line.length() - 1 && line.charAt(newEnd) != ' ') {
      newEnd++;
    }
    patch.oldId = line.substring(6, dots);
    if (newEnd - dots - 2 > 40) {
      return;
    }
    patch.newId = line.substring(dots + 2, newEnd);
    if (line.charAt(newEnd) == ' ') {
      patch.oldMode = mode(line, newEnd + 1, at);
    }
  }

  private int mode(String line, int from, int at) throws Refused {
    int value = 0;
    int p = from;
    while (p < line.length() && line.charAt(p) >= '0' && line.charAt(p) <= '7' && p < from + 10) {
      value = value * 8 + line.charAt(p) - '0';
      p++;
    }
    if (p == from || p == line.length() || !DiffNames.isSpace(line.charAt(p))) {
      throw corrupt("a file mode that is none", at);
    }
    return Entry.canonicalMode(value);
  }

  private void complete(int start) throws Refused {
    if (patch.oldName.isEmpty() && patch.newName.isEmpty()) {
      if (commonName.isEmpty()) {
        throw corrupt("a header without a file name one directory deep", start);
      }
      patch.oldName = commonName;
      patch.newName = commonName;
    }
    if ((patch.newName.isEmpty() && !patch.isDeleted())
        || (patch.oldName.isEmpty() && !patch.isAdded())) {
      throw corrupt("a header without a file name", start);
    }
    // Of a file that comes or goes the other name is no file.
    if (patch.isDeleted()) {
      patch.newName = Optional.empty();
    } else if (patch.isAdded()) {
      patch.oldName = Optional.empty();
    }
  }

  private Refused corrupt(String what, int at) {
    return Refused.corrupt(what + ", line " + text.lineOf(at) + " of the diff");
  }
}
