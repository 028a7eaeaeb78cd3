package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.source.PatchContent;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A patch without its lines: which files it starts from and which it makes. Small enough to keep
 * for every patch of an archive.
 */
public record PatchFootprint(SourceId id, Optional<PatchId> patchId, List<FileFootprint> files) {
  public PatchFootprint {
    Objects.requireNonNull(id);
    Objects.requireNonNull(patchId);
    files = List.copyOf(files);
  }

  public static PatchFootprint of(PatchContent patch) {
    return of(patch.id(), UnifiedDiff.parse(patch.diff()));
  }

  public static PatchFootprint of(SourceId id, UnifiedDiff diff) {
    return new PatchFootprint(
        id, diff.patchId(), diff.files().stream().map(FileFootprint::of).toList());
  }
}
