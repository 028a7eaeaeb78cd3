package io.github.patchlane.mailinglist.archive;

import io.github.patchlane.core.source.Position;
import java.util.Arrays;
import java.util.Objects;

/**
 * One mail as its archive holds it, undecoded: header, blank line, body, with the line ends found.
 * The separator line and the quoting that an mbox adds are taken off.
 *
 * <p>A class and no record, so that two mails of equal bytes at one place are equal. The bytes are
 * not copied, for an archive may hold gigabytes: whoever holds a mail must not write into them.
 */
public final class RawMail {

  /**
   * Longer mails are cut here: 16 MiB, above what lists let through, and little enough that some of
   * them at once fit into half a gigabyte.
   */
  public static final int MAX_BYTES = 16 << 20;

  private final byte[] bytes;
  private final Position position;

  public RawMail(byte[] bytes, Position position) {
    this.bytes = Objects.requireNonNull(bytes);
    this.position = Objects.requireNonNull(position);
  }

  /** The mail itself, not a copy: not to be changed. */
  public byte[] bytes() {
    return bytes;
  }

  public Position position() {
    return position;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RawMail that
        && position.equals(that.position)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return 31 * position.hashCode() + Arrays.hashCode(bytes);
  }

  @Override
  public String toString() {
    return "mail of " + bytes.length + " bytes at " + position;
  }
}
