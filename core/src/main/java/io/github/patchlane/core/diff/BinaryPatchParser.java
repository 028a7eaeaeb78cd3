package io.github.patchlane.core.diff;

/** Skips the one or two blocks under {@code GIT binary patch}. */
final class BinaryPatchParser {
  private static final byte[] LITERAL = Bytes.ascii("literal ");
  private static final byte[] DELTA = Bytes.ascii("delta ");

  /** A length letter, 52 bytes in base 85 and a CR. */
  private static final int LONGEST = 1 + 65 + 1;

  private final Bytes text;
  private final FileHeader header;

  BinaryPatchParser(Bytes text, FileHeader header) {
    this.text = text;
    this.header = header;
  }

  int skip(int start) {
    header.binary(
        text.startsWith(start, DELTA)
            ? FileDiff.Content.BINARY_DELTA
            : FileDiff.Content.BINARY_LITERAL);
    return block(block(start));
  }

  /** Behind the block's last line and the blank line that ends it. */
  private int block(int start) {
    if (!text.startsWith(start, LITERAL) && !text.startsWith(start, DELTA)) {
      return start;
    }
    int at = text.nextLine(start);
    while (at < text.length()) {
      int next = text.nextLine(at);
      int length = text.chomp(at, next) - at;
      if (length == 0) {
        return next;
      }
      if (length > LONGEST || !Character.isLetter(text.at(at))) {
        return at;
      }
      at = next;
    }
    return at;
  }
}
