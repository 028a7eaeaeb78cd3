package io.github.patchlane.core.contribution;

/**
 * The full hash of a git commit.
 *
 * @param value 40 (SHA-1) or 64 (SHA-256) lower-case hex digits
 */
public record CommitId(String value) implements SourceId {
  public CommitId {
    if (!isValid(value)) {
      throw new IllegalArgumentException("not a full commit hash: \"" + value + '"');
    }
  }

  /** Whether the text is a full, lower-case hash. */
  public static boolean isValid(String text) {
    return (text.length() == 40 || text.length() == 64) && Hex.isLowerCaseHex(text);
  }

  @Override
  public String toString() {
    return value;
  }
}
