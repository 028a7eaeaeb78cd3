package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.Evidence;
import java.util.Comparator;

/**
 * A belief that two postings are revisions of one effort.
 *
 * @param later the posting the belief is about, as a place in the list of postings
 * @param earlier the one it is thought to follow
 * @param evidence why
 */
record RevisionLink(int later, int earlier, Evidence evidence) {
  /** The surest first; what people declared and corrected outranks what was inferred. */
  static final Comparator<RevisionLink> SUREST_FIRST =
      Comparator.comparingInt((RevisionLink link) -> rank(link.evidence().kind()))
          .thenComparing(link -> -link.evidence().confidence())
          .thenComparing(RevisionLink::later)
          .thenComparing(RevisionLink::earlier);

  private static int rank(Evidence.Kind kind) {
    return switch (kind) {
      case CORRECTION -> 0;
      case CHANGE_ID -> 1;
      case LINK -> 2;
      default -> 3;
    };
  }
}
