package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.source.ContributionSource;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * The patches of one posting, in the order in which they apply.
 *
 * @param postedAt of its first mail, or of the push
 */
public record SeriesFootprint(Instant postedAt, List<PatchFootprint> patches) {
  public SeriesFootprint {
    Objects.requireNonNull(postedAt);
    patches = List.copyOf(patches);
  }

  /** Fetches the patches of a revision; those that the source lost are left out. */
  public static SeriesFootprint of(Revision revision, ContributionSource source) {
    return new SeriesFootprint(
        revision.postedAt(),
        revision.patches().stream()
            .map(patch -> source.content(patch.id()))
            .flatMap(Optional::stream)
            .map(PatchFootprint::of)
            .toList());
  }
}
