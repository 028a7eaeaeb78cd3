package io.github.patchlane.core.contribution;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One round of a contribution: one version of a patch series, or one diff version.
 *
 * @param number the version its sender gave, or the next one where none was given; a refresh has
 *     the number of what it refreshes
 * @param label as the sender wrote it where that says more than the number ({@code v5.1}), else
 *     {@code v} and the number
 * @param kind what the posting is for
 * @param postedAt of its first mail, or of the push
 * @param cover the cover letter
 * @param base the commit its sender named
 * @param patches by index; in a partial reroll the patches that were kept stand here too, under
 *     their old ids
 * @param missing the indices that were announced and never seen
 * @param evidence why this revision belongs to this contribution
 */
public record Revision(
    int number,
    String label,
    Kind kind,
    Instant postedAt,
    Optional<SourceId> cover,
    Optional<CommitId> base,
    List<Patch> patches,
    List<Integer> missing,
    Evidence evidence) {
  public Revision {
    Objects.requireNonNull(label);
    Objects.requireNonNull(kind);
    Objects.requireNonNull(postedAt);
    Objects.requireNonNull(cover);
    Objects.requireNonNull(base);
    patches = List.copyOf(patches);
    missing = List.copyOf(missing);
    Objects.requireNonNull(evidence);
  }

  /** What a posting is for. */
  public enum Kind {
    /** To be reviewed and landed. */
    PROPOSAL,
    /** To be talked about; it does not start the clock. */
    RFC,
    /** The same patches sent again; no round of its own. */
    REFRESH,
    /** Patches that were in the repository already when they were sent. */
    COMMITTED,
    /** A maintainer's request to pull what was reviewed before. */
    PULL;

    /** The name in machine-readable output. */
    public String label() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /** The cover and the patches, in that order. */
  public Stream<SourceId> postings() {
    return Stream.concat(cover.stream(), patches.stream().map(Patch::id));
  }
}
