package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.SourceId;
import java.util.Objects;

/**
 * What one patch of a series became.
 *
 * @param patch the mail or commit it came from
 * @param commit that it became; of one that was {@link How#ALREADY_THERE}, the commit before it
 * @param tree of that commit
 */
public record AppliedPatch(SourceId patch, CommitId commit, TreeId tree, How how) {
  public AppliedPatch {
    Objects.requireNonNull(patch);
    Objects.requireNonNull(commit);
    Objects.requireNonNull(tree);
    Objects.requireNonNull(how);
  }

  /** What it took to apply the patch. */
  public enum How {
    /** As it stands, each hunk perhaps some lines off. */
    CLEAN,
    /** Merged with what has changed since the files that it was made from. */
    THREE_WAY,
    /** Merging showed that all of it is there already; it became no commit, as in git. */
    ALREADY_THERE
  }
}
