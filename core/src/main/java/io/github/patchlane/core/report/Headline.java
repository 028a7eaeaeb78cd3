package io.github.patchlane.core.report;

import java.util.Objects;

/**
 * A figure to remember.
 *
 * @param label what it is
 * @param value as short as it gets
 * @param detail its interval and number
 */
record Headline(Measures metric, String label, String value, String detail) {
  Headline {
    Objects.requireNonNull(metric);
    Objects.requireNonNull(label);
    Objects.requireNonNull(value);
    Objects.requireNonNull(detail);
  }
}
