package io.github.patchlane.mailinglist.review;

import java.util.List;
import java.util.Objects;

/**
 * A decision on patches, said in prose. Who may take it is not judged here.
 *
 * @param kind what was decided
 * @param scope the patches it is meant for
 * @param words the sentence that says so, so that a person can check
 * @param commits the commit ids named with it, as written: at least seven hex digits
 */
public record Verdict(Kind kind, Scope scope, String words, List<String> commits) {
  public Verdict {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(scope);
    Objects.requireNonNull(words);
    commits = List.copyOf(commits);
  }

  /** The decisions. */
  public enum Kind {
    /** "Applied, thanks". */
    ACCEPTED,
    /** "NACK". */
    NACK,
    /** "Please ignore this patch"; counts from its submitter only. */
    WITHDRAWN,
    /** "Superseded by" another posting. */
    SUPERSEDED
  }
}
