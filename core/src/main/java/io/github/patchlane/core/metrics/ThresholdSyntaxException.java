package io.github.patchlane.core.metrics;

import io.github.patchlane.core.PatchlaneException;

/**
 * A condition that cannot be read; the message is one line that says what, where and how to mend
 * it.
 */
public final class ThresholdSyntaxException extends PatchlaneException {
  ThresholdSyntaxException(String message) {
    super(message);
  }
}
