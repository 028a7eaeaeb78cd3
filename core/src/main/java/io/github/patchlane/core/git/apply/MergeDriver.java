package io.github.patchlane.core.git.apply;

/**
 * How two changes of one file go together.
 *
 * @param name as {@code .gitattributes} give it
 */
record MergeDriver(Kind kind, String name) {
  static final MergeDriver TEXT = new MergeDriver(Kind.TEXT, "text");
  static final MergeDriver BINARY = new MergeDriver(Kind.BINARY, "binary");

  /** The drivers that git has. */
  enum Kind {
    /** Line by line. */
    TEXT,
    /** Not at all: two changes are a conflict. */
    BINARY,
    /** Line by line, and where that is a conflict, the lines of both. */
    UNION
  }

  /**
   * What git takes for a name. One that it does not have is a command of somebody's configuration,
   * which nothing runs here; git without that configuration merges such a file as text, too.
   */
  static MergeDriver named(String name) {
    return switch (name) {
      case "union" -> new MergeDriver(Kind.UNION, name);
      case "binary" -> BINARY;
      default -> new MergeDriver(Kind.TEXT, name);
    };
  }

  /** Whether it is somebody's own command. */
  boolean isCommand() {
    return kind == Kind.TEXT && !name.equals(TEXT.name);
  }
}
