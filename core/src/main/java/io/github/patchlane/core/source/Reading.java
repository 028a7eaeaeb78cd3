package io.github.patchlane.core.source;

import java.util.Objects;

/**
 * What came of reading one item: the item, or the problem that kept it from being one. Malformed
 * input is data here, not an exception.
 */
public sealed interface Reading<T> {
  /** The item was read. */
  record Parsed<T>(T value) implements Reading<T> {
    public Parsed {
      Objects.requireNonNull(value);
    }
  }

  /** The item was not read; the rest of the source goes on. */
  record Rejected<T>(Problem problem) implements Reading<T> {
    public Rejected {
      Objects.requireNonNull(problem);
    }
  }
}
