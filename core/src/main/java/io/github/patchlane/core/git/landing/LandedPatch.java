package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Trailer;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A landing that was found, and what the search knew about it.
 *
 * @param candidate the posting that landed
 * @param committer who put it on the branch
 * @param trailers of the commit that name people, once they were read
 */
public record LandedPatch(
    LandingCandidate candidate, Landing landing, Person committer, List<Trailer> trailers) {
  /** By time of landing, then commit and patch. */
  static final Comparator<LandedPatch> BY_TIME =
      Comparator.comparing((LandedPatch p) -> p.landing().landedAt())
          .thenComparing(p -> p.landing().commit().value())
          .thenComparing(p -> p.landing().patch().value());

  public LandedPatch {
    Objects.requireNonNull(candidate);
    Objects.requireNonNull(landing);
    Objects.requireNonNull(committer);
    trailers = List.copyOf(trailers);
  }

  /** The same in another role. */
  LandedPatch as(Landing.Role role) {
    return new LandedPatch(candidate, landing.as(role), committer, trailers);
  }

  /** The same with what its commit's message ends with. */
  LandedPatch with(List<Trailer> read) {
    return new LandedPatch(candidate, landing, committer, read);
  }
}
