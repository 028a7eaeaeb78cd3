package io.github.patchlane.core.git.landing;

import io.github.patchlane.core.contribution.ContributionId;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * What a commit's trailer speaks of when it names no patch but a cover letter, a reply, or a merge
 * request's page.
 *
 * @param revision the round it belongs to, where that is known
 */
public record LandingMention(ContributionId contribution, OptionalInt revision) {
  public LandingMention {
    Objects.requireNonNull(contribution);
    Objects.requireNonNull(revision);
  }
}
