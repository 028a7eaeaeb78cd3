package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.SourceId;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a search came to.
 *
 * @param patches by time of landing, in whatever role; a posting comes several times where it was
 *     split, landed again after a revert or was ported to another branch, a commit where patches
 *     were joined
 * @param commits how many commits were compared, merges aside: the denominator of the match recall
 * @param unusedCorrections postings that a correction names in vain: the posting or its commit is
 *     unknown
 */
public record Landings(List<LandedPatch> patches, int commits, Set<SourceId> unusedCorrections) {
  /** Of a search over nothing. */
  public static final Landings NONE = new Landings(List.of(), 0, Set.of());

  public Landings {
    patches = List.copyOf(patches);
    unusedCorrections = Set.copyOf(unusedCorrections);
  }

  /**
   * What a search over another repository adds: landings of its own, and backports of what landed
   * here; commits that are here too add nothing.
   */
  public Landings and(Landings other) {
    if (equals(NONE)) {
      return other;
    }
    Set<CommitId> known =
        patches.stream().map(p -> p.landing().commit()).collect(Collectors.toSet());
    Set<SourceId> landed =
        patches.stream().map(p -> p.landing().patch()).collect(Collectors.toSet());
    Stream<LandedPatch> added =
        other.patches.stream()
            .filter(p -> !known.contains(p.landing().commit()))
            .map(p -> landed.contains(p.landing().patch()) ? p.as(Landing.Role.BACKPORT) : p);
    Set<SourceId> unused = new HashSet<>(unusedCorrections);
    unused.retainAll(other.unusedCorrections);
    return of(Stream.concat(patches.stream(), added).toList(), commits + other.commits, unused);
  }

  static Landings of(Collection<LandedPatch> patches, int commits, Set<SourceId> unused) {
    return new Landings(patches.stream().sorted(LandedPatch.BY_TIME).toList(), commits, unused);
  }
}
