package io.github.patchlane.core.diff;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** What the lines above a file's first hunk said, gathered line by line. */
final class FileHeader {
  private static final byte[] GIT = Bytes.ascii("diff --git ");
  private static final byte[] OLD_NAME = Bytes.ascii("--- ");
  private static final byte[] NEW_NAME = Bytes.ascii("+++ ");
  private static final byte[] INDEX = Bytes.ascii("index ");
  private static final byte[] OLD_MODE = Bytes.ascii("old mode ");
  private static final byte[] NEW_MODE = Bytes.ascii("new mode ");
  private static final byte[] NEW_FILE = Bytes.ascii("new file mode ");
  private static final byte[] DELETED_FILE = Bytes.ascii("deleted file mode ");
  private static final byte[] RENAME_FROM = Bytes.ascii("rename from ");
  private static final byte[] RENAME_TO = Bytes.ascii("rename to ");
  private static final byte[] COPY_FROM = Bytes.ascii("copy from ");
  private static final byte[] COPY_TO = Bytes.ascii("copy to ");
  private static final byte[] SIMILARITY = Bytes.ascii("similarity index ");
  private static final byte[] DISSIMILARITY = Bytes.ascii("dissimilarity index ");
  private static final byte[] BINARY_DIFFERS = Bytes.ascii("Binary files ");
  private static final byte[] BINARY_PATCH = Bytes.ascii("GIT binary patch");

  private final Bytes text;
  private Optional<PathNames.Pair> gitNames = Optional.empty();
  private boolean git;
  private boolean crlf;
  private FileDiff.Change change = FileDiff.Change.MODIFIED;
  private Optional<String> oldName = Optional.empty();
  private Optional<String> newName = Optional.empty();
  private Optional<String> from = Optional.empty();
  private Optional<String> to = Optional.empty();
  private OptionalInt oldMode = OptionalInt.empty();
  private OptionalInt newMode = OptionalInt.empty();
  private OptionalInt similarity = OptionalInt.empty();
  private Optional<String> oldBlob = Optional.empty();
  private Optional<String> newBlob = Optional.empty();
  private FileDiff.Content content = FileDiff.Content.TEXT;

  FileHeader(Bytes text) {
    this.text = text;
  }

  /** Whether the transport ends lines with CRLF. */
  boolean crlf() {
    return crlf;
  }

  void crlf(boolean found) {
    crlf = found;
  }

  boolean isBinary() {
    return content != FileDiff.Content.TEXT;
  }

  boolean hasNames() {
    return newName.isPresent();
  }

  void binary(FileDiff.Content found) {
    content = found;
  }

  /** The line {@code diff --git}. */
  void gitLine(int start, int end) {
    git = true;
    gitNames = PathNames.gitLine(text, start + GIT.length, end);
  }

  /** The lines {@code ---} and {@code +++}, only together. */
  void names(int oldStart, int oldEnd, int newStart, int newEnd) {
    oldName = Optional.of(PathNames.name(text, oldStart + OLD_NAME.length, oldEnd));
    newName = Optional.of(PathNames.name(text, newStart + NEW_NAME.length, newEnd));
  }

  /** {@code Binary files X and Y differ}: names of a diff without {@code diff --git}. */
  boolean binaryDiffers(int start, int end) {
    if (!text.startsWith(start, BINARY_DIFFERS)) {
      return false;
    }
    content = FileDiff.Content.BINARY_OMITTED;
    String line = text.string(start + BINARY_DIFFERS.length, end);
    int and = line.indexOf(" and ");
    if (gitNames.isEmpty() && and > 0 && line.endsWith(" differ")) {
      oldName = Optional.of(line.substring(0, and));
      newName =
          Optional.of(line.substring(and + " and ".length(), line.length() - " differ".length()));
    }
    return true;
  }

  boolean isBinaryPatch(int start) {
    return text.startsWith(start, BINARY_PATCH);
  }

  /** False where the line is none of git's extended headers. */
  boolean extended(int start, int end) {
    if (text.startsWith(start, INDEX)) {
      index(start + INDEX.length, end);
    } else if (text.startsWith(start, OLD_MODE)) {
      oldMode = mode(start + OLD_MODE.length, end);
    } else if (text.startsWith(start, NEW_MODE)) {
      newMode = mode(start + NEW_MODE.length, end);
    } else if (text.startsWith(start, NEW_FILE)) {
      change = FileDiff.Change.ADDED;
      newMode = mode(start + NEW_FILE.length, end);
    } else if (text.startsWith(start, DELETED_FILE)) {
      change = FileDiff.Change.DELETED;
      oldMode = mode(start + DELETED_FILE.length, end);
    } else if (text.startsWith(start, SIMILARITY)) {
      similarity = number(start + SIMILARITY.length, end, 10);
    } else {
      return text.startsWith(start, DISSIMILARITY) || moved(start, end);
    }
    return true;
  }

  private boolean moved(int start, int end) {
    if (text.startsWith(start, RENAME_FROM)) {
      from = Optional.of(PathNames.name(text, start + RENAME_FROM.length, end));
    } else if (text.startsWith(start, RENAME_TO)) {
      change = FileDiff.Change.RENAMED;
      to = Optional.of(PathNames.name(text, start + RENAME_TO.length, end));
    } else if (text.startsWith(start, COPY_FROM)) {
      from = Optional.of(PathNames.name(text, start + COPY_FROM.length, end));
    } else if (text.startsWith(start, COPY_TO)) {
      change = FileDiff.Change.COPIED;
      to = Optional.of(PathNames.name(text, start + COPY_TO.length, end));
    } else {
      return false;
    }
    return true;
  }

  private void index(int start, int end) {
    int dot = text.indexOf((byte) '.', start, end);
    if (dot < 0 || text.at(dot + 1) != '.') {
      return;
    }
    int space = text.indexOf((byte) ' ', dot, end);
    oldBlob = blob(start, dot);
    newBlob = blob(dot + 2, space < 0 ? end : space);
    if (space > 0) {
      OptionalInt mode = mode(space + 1, end);
      oldMode = mode;
      newMode = mode;
    }
  }

  /** An id of zeros is no blob. */
  private Optional<String> blob(int start, int end) {
    int digit = start;
    while (digit < end && text.at(digit) == '0') {
      digit++;
    }
    boolean zero = digit >= end;
    return zero || end - start > 64 ? Optional.empty() : Optional.of(text.string(start, end));
  }

  private OptionalInt mode(int start, int end) {
    return number(start, end, 8);
  }

  private OptionalInt number(int start, int end, int radix) {
    int value = 0;
    int p = start;
    while (p < end && p < start + 7 && Character.digit(text.at(p), radix) >= 0) {
      value = value * radix + Character.digit(text.at(p), radix);
      p++;
    }
    return p == start ? OptionalInt.empty() : OptionalInt.of(value);
  }

  /** The file, or nothing where no path could be made out. */
  Optional<FileDiff> toFile(List<DiffHunk> hunks, int start, int end) {
    Optional<PathNames.Pair> paths = paths();
    if (paths.isEmpty() || paths.get().before().isEmpty() || paths.get().after().isEmpty()) {
      return Optional.empty();
    }
    guessChange(hunks);
    boolean added = change == FileDiff.Change.ADDED;
    boolean deleted = change == FileDiff.Change.DELETED;
    String before = paths.get().before();
    String after = paths.get().after().equals(before) ? before : paths.get().after();
    return Optional.of(
        new FileDiff(
            change,
            added ? Optional.empty() : Optional.of(before),
            deleted ? Optional.empty() : Optional.of(after),
            added ? OptionalInt.empty() : oldMode,
            deleted ? OptionalInt.empty() : newMode,
            similarity,
            oldBlob,
            newBlob,
            content,
            hunks,
            start,
            end));
  }

  /** Only {@code diff --git} says outright what becomes of the file. */
  private void guessChange(List<DiffHunk> hunks) {
    if (change != FileDiff.Change.MODIFIED) {
      return;
    }
    boolean only = !git && hunks.size() == 1;
    if (isNull(oldName) || (only && hunks.get(0).oldStart() + hunks.get(0).oldCount() == 0)) {
      change = FileDiff.Change.ADDED;
    } else if (isNull(newName)
        || (only && hunks.get(0).newStart() + hunks.get(0).newCount() == 0)) {
      change = FileDiff.Change.DELETED;
    }
  }

  private Optional<PathNames.Pair> paths() {
    if (from.isPresent() && to.isPresent()) {
      return Optional.of(new PathNames.Pair(from.get(), to.get()));
    }
    if (isNull(oldName) || isNull(newName)) {
      if (isNull(oldName) && isNull(newName)) {
        return Optional.empty();
      }
      String name =
          gitNames
              .map(PathNames.Pair::withoutPrefix)
              .filter(pair -> pair.before().equals(pair.after()))
              .map(PathNames.Pair::after)
              .orElseGet(
                  () ->
                      PathNames.withoutLonePrefix(
                          (isNull(oldName) ? newName : oldName).orElseThrow()));
      return Optional.of(new PathNames.Pair(name, name));
    }
    if (oldName.isPresent() && newName.isPresent()) {
      PathNames.Pair pair = new PathNames.Pair(oldName.get(), newName.get()).withoutPrefix();
      // Without git's headers a file is patched in place: x.c.orig is no file of the tree.
      return Optional.of(git ? pair : new PathNames.Pair(pair.after(), pair.after()));
    }
    return gitNames.map(PathNames.Pair::withoutPrefix);
  }

  private static boolean isNull(Optional<String> name) {
    return name.filter(PathNames.DEV_NULL::equals).isPresent();
  }
}
