package io.github.patchlane.core.git;

import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a series wants to find at one path before its first patch.
 *
 * @param blob the start of the file's id; empty where the patch does not say
 * @param lines that the file has, where no id tells
 */
record Need(String path, Kind kind, String blob, Optional<OldLines> lines) {
  enum Kind {
    BLOB,
    LINES,
    FILE,
    NOTHING
  }

  static Need file(String path, FileFootprint file) {
    if (file.oldBlob().isPresent()) {
      String id = file.oldBlob().get().toLowerCase(Locale.ROOT);
      return new Need(path, Kind.BLOB, id, Optional.empty());
    }
    return new Need(path, file.lines().isPresent() ? Kind.LINES : Kind.FILE, "", file.lines());
  }

  static Need nothing(String path) {
    return new Need(path, Kind.NOTHING, "", Optional.empty());
  }

  /** Whether it tells one state of the file from another. */
  boolean tells() {
    return kind == Kind.BLOB || kind == Kind.LINES;
  }

  /**
   * @param found the id of the file there; empty where there is none
   */
  boolean fits(String found, Function<String, Optional<byte[]>> contents) {
    return switch (kind) {
      case NOTHING -> found.isEmpty();
      case FILE -> !found.isEmpty();
      case BLOB -> found.startsWith(blob);
      case LINES ->
          !found.isEmpty() && contents.apply(found).filter(lines.orElseThrow()::in).isPresent();
    };
  }

  BaseMismatch mismatch(String found) {
    String wanted =
        switch (kind) {
          case NOTHING -> "no file";
          case FILE -> "a file";
          case BLOB -> "blob " + blob;
          case LINES -> "a file with the patch's old lines";
        };
    int shown = Math.min(found.length(), Math.max(7, blob.length()));
    return new BaseMismatch(
        path, wanted, found.isEmpty() ? "no file" : "blob " + found.substring(0, shown));
  }
}
