package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.SourceId;
import java.util.List;
import java.util.Objects;

/** What came of the search for a series' base. */
public sealed interface BaseFinding {
  /** One clause for a person who wants to check: what was compared, and what did not fit. */
  String reason();

  /**
   * A commit to start from.
   *
   * @param commit the base
   * @param evidence what tells so
   * @param confidence the chance, above 0 and at most 1, that the patches mean the same there as
   *     where their sender made them
   * @param reason see {@link BaseFinding#reason()}
   * @param mismatches what does not fit after the prerequisites are applied, by path
   * @param prerequisites posted patches to apply to the commit first, in that order
   */
  record Found(
      CommitId commit,
      BaseEvidence evidence,
      double confidence,
      String reason,
      List<BaseMismatch> mismatches,
      List<SourceId> prerequisites)
      implements BaseFinding {
    public Found {
      Objects.requireNonNull(commit);
      Objects.requireNonNull(evidence);
      Objects.requireNonNull(reason);
      mismatches = List.copyOf(mismatches);
      prerequisites = List.copyOf(prerequisites);
      if (!(confidence > 0 && confidence <= 1)) {
        throw new IllegalArgumentException("a confidence lies in (0, 1]: " + confidence);
      }
    }

    /** Whether every file is there as the patches want it, and was told by more than its name. */
    public boolean fits() {
      return mismatches.isEmpty() && evidence != BaseEvidence.DATE;
    }
  }

  /** No commit to start from: the repository has none from before the posting. */
  record Unknown(String reason) implements BaseFinding {
    public Unknown {
      Objects.requireNonNull(reason);
    }
  }
}
