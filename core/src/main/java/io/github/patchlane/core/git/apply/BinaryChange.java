package io.github.patchlane.core.git.apply;

/** How a binary file changes. */
final class BinaryChange {
  private final boolean delta;
  private final byte[] data;

  /**
   * Takes the data as its own.
   *
   * @param delta whether the data says how to make the new content of the old, else it is that
   * @param data unpacked
   */
  BinaryChange(boolean delta, byte[] data) {
    this.delta = delta;
    this.data = data;
  }

  /** The new content; a delta that does not fit the old content is refused. */
  byte[] applyTo(byte[] old, String path) throws Refused {
    return delta ? new Delta(data, path).apply(old) : data;
  }
}
