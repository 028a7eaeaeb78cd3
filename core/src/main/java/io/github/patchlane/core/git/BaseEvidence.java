package io.github.patchlane.core.git;

import java.util.Locale;

/** How it is known which commit a series is meant for, the surest first. */
public enum BaseEvidence {
  /** Somebody named it who asked for the series to be applied. */
  GIVEN,
  /** The sender did, in a line {@code base-commit:}. */
  BASE_COMMIT,
  /** The files as the diff's {@code index} lines name them are in it. */
  BLOBS,
  /** It was the newest commit when the series was sent. */
  DATE;

  /** The name in machine-readable output. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
