package io.github.patchlane.core.rangediff;

/**
 * How two revisions are compared.
 *
 * @param creationFactor in percent of a patch's lines, what it costs to call it dropped or added
 *     rather than changed: the more, the more unlike the patches that are paired
 * @param context lines shown around a change
 */
public record RangeDiffOptions(int creationFactor, int context) {
  /** As git has it. */
  public static final RangeDiffOptions DEFAULT = new RangeDiffOptions(60, 3);

  public RangeDiffOptions {
    if (creationFactor < 0 || creationFactor > 10_000 || context < 0) {
      throw new IllegalArgumentException(
          "a factor in percent and some lines: " + creationFactor + ", " + context);
    }
  }

  public RangeDiffOptions withCreationFactor(int percent) {
    return new RangeDiffOptions(percent, context);
  }
}
