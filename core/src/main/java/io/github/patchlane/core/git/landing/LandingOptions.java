package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.SourceId;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a search for landings may use.
 *
 * @param asOf commits after this are not looked at
 * @param ignoreTrailers whether {@code Link:} and {@code Message-ID:} trailers are left unread, to
 *     test the other rules by them
 * @param landed what a person said: the commit that a posting became
 * @param notLanded postings of which a person said that they did not land
 */
public record LandingOptions(
    Instant asOf, boolean ignoreTrailers, Map<SourceId, CommitId> landed, Set<SourceId> notLanded) {
  public LandingOptions {
    Objects.requireNonNull(asOf);
    landed = Map.copyOf(landed);
    notLanded = Set.copyOf(notLanded);
  }

  /** Every rule, no corrections. */
  public static LandingOptions asOf(Instant asOf) {
    return new LandingOptions(asOf, false, Map.of(), Set.of());
  }

  public LandingOptions withoutTrailers() {
    return new LandingOptions(asOf, true, landed, notLanded);
  }

  public LandingOptions withCorrections(
      Map<SourceId, CommitId> newLanded, Set<SourceId> newNotLanded) {
    return new LandingOptions(asOf, ignoreTrailers, newLanded, newNotLanded);
  }
}
