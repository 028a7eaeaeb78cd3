package io.github.patchlane.core.contribution;

import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * One patch that reached a branch. A patch may have several: its parts, a second time after it was
 * reverted, and other branches.
 *
 * @param patch the posting that landed
 * @param commit the commit it became
 * @param landedAt the commit's committer date
 * @param evidence how the two were matched
 * @param role what the commit is to the patch
 * @param branch where, as it was named for the search; empty where that is unknown
 * @param reverted by what it was undone on the same branch
 */
public record Landing(
    SourceId patch,
    CommitId commit,
    Instant landedAt,
    Evidence evidence,
    Role role,
    Optional<String> branch,
    Optional<Reversal> reverted) {
  public Landing {
    Objects.requireNonNull(patch);
    Objects.requireNonNull(commit);
    Objects.requireNonNull(landedAt);
    Objects.requireNonNull(evidence);
    Objects.requireNonNull(role);
    Objects.requireNonNull(branch);
    Objects.requireNonNull(reverted);
  }

  /** The patch as a whole, on a branch that nobody named, and there to stay. */
  public Landing(SourceId patch, CommitId commit, Instant landedAt, Evidence evidence) {
    this(patch, commit, landedAt, evidence, Role.WHOLE, Optional.empty(), Optional.empty());
  }

  /** What a commit is to the patch that it came from. */
  public enum Role {
    /** All of it and nothing else, edits aside. */
    WHOLE,
    /** One of several commits that the patch was split into. */
    PART,
    /** A commit that the patch was joined into with others. */
    JOINED,
    /** The same once more, after it was reverted. */
    AGAIN,
    /** A copy on another branch than the one it landed on. */
    BACKPORT;

    /** The name in machine-readable output. */
    public String label() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether the patch got into the project by this; a copy of what is in already does not. */
    public boolean counts() {
      return this != AGAIN && this != BACKPORT;
    }
  }

  /** The commit that undid another one. */
  public record Reversal(CommitId commit, Instant at) {
    public Reversal {
      Objects.requireNonNull(commit);
      Objects.requireNonNull(at);
    }
  }

  /** The same in another role. */
  public Landing as(Role newRole) {
    return new Landing(patch, commit, landedAt, evidence, newRole, branch, reverted);
  }

  /** The same with what undid it, or with nothing. */
  public Landing with(Optional<Reversal> newReverted) {
    return new Landing(patch, commit, landedAt, evidence, role, branch, newReverted);
  }
}
