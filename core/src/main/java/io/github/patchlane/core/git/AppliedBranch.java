package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import java.util.List;
import java.util.Objects;

/**
 * A series as commits on a base.
 *
 * @param base the commit below the first patch
 * @param baseEvidence why that one
 * @param head the last patch's commit; the base where all patches were there already
 * @param tree of the head
 * @param patches one for each patch that was given, in that order
 */
public record AppliedBranch(
    CommitId base,
    BaseEvidence baseEvidence,
    CommitId head,
    TreeId tree,
    List<AppliedPatch> patches) {
  public AppliedBranch {
    Objects.requireNonNull(base);
    Objects.requireNonNull(baseEvidence);
    Objects.requireNonNull(head);
    Objects.requireNonNull(tree);
    patches = List.copyOf(patches);
  }
}
