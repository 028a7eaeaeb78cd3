package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.SourceId;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/**
 * What a search came to.
 *
 * @param patches by time of landing; every posting at most once; and every commit, corrections and
 *     commits aside that name several patches of one round in their trailers
 * @param commits how many commits were compared, merges aside: the denominator of the match recall
 * @param unusedCorrections postings that a correction names in vain: the posting or its commit is
 *     unknown
 */
public record Landings(List<LandedPatch> patches, int commits, Set<SourceId> unusedCorrections) {
  public Landings {
    patches = List.copyOf(patches);
    unusedCorrections = Set.copyOf(unusedCorrections);
  }

  static Landings of(Collection<LandedPatch> patches, int commits, Set<SourceId> unused) {
    return new Landings(patches.stream().sorted(LandedPatch.BY_TIME).toList(), commits, unused);
  }
}
