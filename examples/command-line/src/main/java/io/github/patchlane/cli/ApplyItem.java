package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.BaseEvidence;
import java.util.List;
import java.util.Optional;

/**
 * One thing to apply: a series, or a patch alone.
 *
 * @param id of the contribution or the patch
 * @param patches in their order
 * @param base to apply to; empty where none is known
 * @param evidence of the base, where there is one
 * @param before posted patches that the series depends on
 * @param problem why there is no base
 */
record ApplyItem(
    String id,
    List<SourceId> patches,
    Optional<CommitId> base,
    Optional<BaseEvidence> evidence,
    List<SourceId> before,
    String problem) {
  ApplyItem {
    patches = List.copyOf(patches);
    before = List.copyOf(before);
  }

  static ApplyItem onGiven(String id, List<SourceId> patches, CommitId base) {
    return new ApplyItem(
        id, patches, Optional.of(base), Optional.of(BaseEvidence.GIVEN), List.of(), "");
  }

  static ApplyItem withoutBase(String id, List<SourceId> patches, String problem) {
    return new ApplyItem(id, patches, Optional.empty(), Optional.empty(), List.of(), problem);
  }

  /** Each patch alone on the same base. */
  List<ApplyItem> each() {
    return patches.stream()
        .map(patch -> new ApplyItem(patch.value(), List.of(patch), base, evidence, before, problem))
        .toList();
  }
}
