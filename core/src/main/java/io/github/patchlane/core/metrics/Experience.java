package io.github.patchlane.core.metrics;

import java.util.Locale;

/** Whether somebody contributed before. */
public enum Experience {
  /** This is the first contribution ever seen of them. */
  NEWCOMER,
  /** Others were seen before. */
  KNOWN,
  /**
   * None was seen before, but the archive had only just begun: whoever contributed before that
   * would look new.
   */
  UNKNOWN;

  /** The name in machine-readable output. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
