package io.github.patchlane.core.contribution;

/**
 * What {@code git patch-id --stable} prints for a diff: equal for two patches whose changes are the
 * same, wherever in the file they apply.
 *
 * @param value 40 lower-case hex digits
 */
public record PatchId(String value) {
  public PatchId {
    if (value.length() != 40 || !Hex.isLowerCaseHex(value)) {
      throw new IllegalArgumentException("not a patch-id: \"" + value + '"');
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
