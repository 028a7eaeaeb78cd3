package io.github.patchlane.mailinglist.message;

import java.nio.charset.Charset;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One text of a mail with its transfer encoding undone. Immutable by agreement: the bytes are
 * shared with the mail, and nobody writes to them.
 */
public final class Part {
  private final byte[] bytes;
  private final int start;
  private final int end;
  private final Charset charset;
  private final String fileName;
  private final boolean inline;

  /** Kept once asked for: several readers look at it. Decoding it twice in a race does no harm. */
  private @Nullable String text;

  /**
   * @param bytes an array that holds the part's bytes from {@code start} to {@code end}, exclusive
   * @param charset what to read the bytes as; never one that fails
   * @param fileName as the mail names it, or empty
   * @param inline whether it is meant to be read in place
   */
  public Part(byte[] bytes, int start, int end, Charset charset, String fileName, boolean inline) {
    this.bytes = bytes;
    this.start = Objects.checkIndex(start, bytes.length + 1);
    this.end = Objects.checkIndex(end, bytes.length + 1);
    this.charset = Objects.requireNonNull(charset);
    this.fileName = Objects.requireNonNull(fileName);
    this.inline = inline;
  }

  /** The array the part lies in; not to be written to. */
  public byte[] array() {
    return bytes;
  }

  public int start() {
    return start;
  }

  public int end() {
    return end;
  }

  public Charset charset() {
    return charset;
  }

  public String fileName() {
    return fileName;
  }

  public boolean inline() {
    return inline;
  }

  /** Decoded; what the charset does not know becomes U+FFFD. */
  public String text() {
    String known = text;
    if (known == null) {
      known = new String(bytes, start, end - start, charset);
      text = known;
    }
    return known;
  }
}
