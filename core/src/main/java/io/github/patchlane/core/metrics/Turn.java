package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.SourceId;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;

/**
 * Whose move it is.
 *
 * @param by what made it theirs: a posting, a reply, an approval
 */
public record Turn(Reason reason, Instant since, SourceId by) {
  public Turn {
    Objects.requireNonNull(reason);
    Objects.requireNonNull(since);
    Objects.requireNonNull(by);
  }

  public Side side() {
    return reason.side();
  }

  /** Who is waited for. */
  public enum Side {
    REVIEWER,
    AUTHOR,
    /** Whoever may apply it; counts with the reviewers where only two sides are told apart. */
    COMMITTER;

    /** The name in machine-readable output. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Why. */
  public enum Reason {
    POSTED(Side.REVIEWER, "posted, waiting for review"),
    ANSWERED(Side.REVIEWER, "the author answered"),
    REOPENED(Side.REVIEWER, "reopened"),
    REVIEWED(Side.AUTHOR, "a reviewer replied"),
    CHANGES_REQUESTED(Side.AUTHOR, "changes requested"),
    LANDED_IN_PART(Side.AUTHOR, "landed in part, the rest is left to the author"),
    APPROVED(Side.COMMITTER, "approved, waiting to be applied"),
    ACCEPTED(Side.COMMITTER, "accepted, waiting to be seen in the repository");

    private final Side side;
    private final String text;

    Reason(Side side, String text) {
      this.side = side;
      this.text = text;
    }

    public Side side() {
      return side;
    }

    /** One clause for people. */
    public String text() {
      return text;
    }

    /** The name in machine-readable output. */
    public String label() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }
}
