package io.github.patchlane.core.contribution;

import java.util.Locale;

/** Where a contribution stands at the end of what was read. */
public enum State {
  OPEN,
  /** Every patch of the deciding revision reached the canonical branch. */
  LANDED,
  /** Some patches did, others did not. */
  PARTLY_LANDED,
  /** Refused by someone else. */
  DECLINED,
  /** Dropped by its author. */
  WITHDRAWN,
  /** Replaced by another contribution. */
  SUPERSEDED;

  /** The name in machine-readable output. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
