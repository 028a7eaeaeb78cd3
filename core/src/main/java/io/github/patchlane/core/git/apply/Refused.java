package io.github.patchlane.core.git.apply;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A patch cannot be applied. It ends the work on it from wherever that stands; a caller of this
 * package gets it as a value.
 */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1L;

  private final Why why;
  private final String path;
  private final int hunk;

  /** What is in the way. */
  public enum Why {
    /** The diff breaks the rules of its format. */
    CORRUPT,
    /** There is no diff. */
    EMPTY,
    /** A file to change is not there. */
    MISSING_FILE,
    /** A file to add is there, or a directory is. */
    FILE_EXISTS,
    /** A file is of another kind or content. */
    WRONG_FILE,
    /** A hunk's lines are not in the file. */
    HUNK,
    /** Both sides changed one place. */
    MERGE,
    /** It reaches out of the tree. */
    UNSAFE_PATH
  }

  private Refused(Why why, String path, int hunk, String detail) {
    // A refusal is ordinary: nobody looks at where in the code it arose.
    super(detail, null, false, false);
    this.why = why;
    this.path = path;
    this.hunk = hunk;
  }

  static Refused corrupt(String detail) {
    return new Refused(Why.CORRUPT, "", 0, detail);
  }

  static Refused file(Why why, String path, String detail) {
    return new Refused(why, path, 0, detail);
  }

  static Refused hunk(String path, int hunk, String detail) {
    return new Refused(Why.HUNK, path, hunk, detail);
  }

  static Refused empty() {
    return new Refused(Why.EMPTY, "", 0, "there is no diff in it");
  }

  /** Whether merging can help: not against a diff that is broken or must not be applied. */
  boolean mayMerge() {
    return why != Why.CORRUPT && why != Why.EMPTY && why != Why.UNSAFE_PATH;
  }

  /** The same, with what came of merging; that is told first which is where a person must look. */
  Refused and(@Nullable Refused merging) {
    if (merging == null) {
      return this;
    }
    String place =
        merging.path().filter(p -> !Optional.of(p).equals(path())).map(p -> p + ": ").orElse("");
    return new Refused(
        why, path, hunk, detail() + "; nor can it be merged: " + place + merging.detail());
  }

  public Why why() {
    return why;
  }

  /** Decoded for a person; empty where the patch as a whole is at fault. */
  public Optional<String> path() {
    return path.isEmpty() ? Optional.empty() : Optional.of(shown(path));
  }

  /** Counted from 1. */
  public OptionalInt hunk() {
    return hunk == 0 ? OptionalInt.empty() : OptionalInt.of(hunk);
  }

  /** One clause for a person. */
  public String detail() {
    return String.valueOf(getMessage());
  }

  /** A raw path for a person's eyes. */
  static String shown(String raw) {
    return new String(raw.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
  }
}
