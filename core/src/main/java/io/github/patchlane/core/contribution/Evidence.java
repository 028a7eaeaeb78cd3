package io.github.patchlane.core.contribution;

import java.util.Locale;
import java.util.Objects;

/**
 * Why a link between two things is believed, and how strongly. Every inference carries one.
 *
 * @param kind the rule that found it
 * @param confidence the chance that it is right, above 0 and at most 1
 * @param detail one clause for a person who wants to check: what was compared with what
 */
public record Evidence(Kind kind, double confidence, String detail) {
  public Evidence {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(detail);
    if (!(confidence > 0 && confidence <= 1)) {
      throw new IllegalArgumentException("a confidence lies in (0, 1]: " + confidence);
    }
  }

  /** The rules, of revision links and of landings. */
  public enum Kind {
    /** Posted as such; nothing was inferred. */
    POSTING,
    /** The same {@code change-id} trailer. */
    CHANGE_ID,
    /** A link that somebody wrote down: an address, {@code Supersedes:}, a commit's trailer. */
    LINK,
    /** A reply to an earlier revision. */
    REPLY,
    /** The same title by the same author. */
    SUBJECT,
    /** The same changes, more or less. */
    SIMILARITY,
    /** Equal stable patch-ids. */
    PATCH_ID,
    /** A commit of the same subject by the same author. */
    SUBJECT_AUTHOR,
    /** A person said so. */
    CORRECTION;

    /** The name in machine-readable output. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
