package io.github.patchlane.core.conversion;

import io.github.patchlane.core.source.PatchContent;
import java.util.List;

/** What became of each patch between two rounds, in the words of {@code git range-diff}. */
@FunctionalInterface
public interface RangeDiffing {
  /** Says nothing. */
  RangeDiffing NONE = (before, after) -> "";

  /** The text; empty where there is nothing to say. */
  String between(List<PatchContent> before, List<PatchContent> after);
}
