package io.github.patchlane.core.metrics;

/** How much of an answer a response is. Each tier includes those below it. */
public enum Tier {
  /** Any human other than the authors. */
  ANY_HUMAN,
  /** About the change itself: on the diff, or a verdict. */
  SUBSTANTIVE,
  /** Substantive, and by a maintainer of the touched files. */
  MAINTAINER
}
