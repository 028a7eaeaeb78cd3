package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.source.ContributionSource;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * What is known of a series whose base is wanted. Begin with {@link #of} and add what else there
 * is.
 *
 * @param given a commit that the caller wants; it is taken if it is there
 * @param declared the commit that the sender named
 * @param prerequisites the patches that the sender named as lying between the declared commit and
 *     the series ({@code prerequisite-patch-id:}), in the order in which they apply
 */
public record BaseQuestion(
    SeriesFootprint series,
    Optional<CommitId> given,
    Optional<CommitId> declared,
    List<PatchId> prerequisites) {
  public BaseQuestion {
    Objects.requireNonNull(series);
    Objects.requireNonNull(given);
    Objects.requireNonNull(declared);
    prerequisites = List.copyOf(prerequisites);
  }

  public static BaseQuestion of(SeriesFootprint series) {
    return new BaseQuestion(series, Optional.empty(), Optional.empty(), List.of());
  }

  /** With all that the sender said of it. Fetches the revision's postings from the source. */
  public static BaseQuestion of(Revision revision, ContributionSource source) {
    List<PatchId> prerequisites =
        revision
            .postings()
            .flatMap(posting -> source.prerequisites(posting).stream())
            .distinct()
            .toList();
    return of(SeriesFootprint.of(revision, source)).withDeclared(revision.base(), prerequisites);
  }

  public BaseQuestion withGiven(CommitId commit) {
    return new BaseQuestion(series, Optional.of(commit), declared, prerequisites);
  }

  public BaseQuestion withDeclared(Optional<CommitId> commit, List<PatchId> patches) {
    return new BaseQuestion(series, given, commit, patches);
  }
}
