package io.github.patchlane.core.git;

import io.github.patchlane.core.contribution.CommitId;
import java.util.Objects;
import java.util.Optional;

/** What came of applying a series. A series is all or nothing. */
public sealed interface ApplyOutcome {
  /** The name in machine-readable output. */
  String label();

  /** The commits, where there are any. */
  default Optional<AppliedBranch> applied() {
    return Optional.empty();
  }

  /** Why there are none, in one line for a person. */
  default Optional<String> problem() {
    return Optional.empty();
  }

  /** Every patch went on as it stands, as with {@code git am}. */
  record Applied(AppliedBranch branch) implements ApplyOutcome {
    public Applied {
      Objects.requireNonNull(branch);
    }

    @Override
    public String label() {
      return "applied";
    }

    @Override
    public Optional<AppliedBranch> applied() {
      return Optional.of(branch);
    }
  }

  /** At least one patch had to be merged, as with {@code git am -3}. */
  record AppliedThreeWay(AppliedBranch branch) implements ApplyOutcome {
    public AppliedThreeWay {
      Objects.requireNonNull(branch);
    }

    @Override
    public String label() {
      return "applied-3way";
    }

    @Override
    public Optional<AppliedBranch> applied() {
      return Optional.of(branch);
    }
  }

  /**
   * One patch does not fit, and so none was kept.
   *
   * @param base what was tried
   * @param baseEvidence why that
   * @param obstacle the first patch that does not fit, and why
   */
  record Conflicted(CommitId base, BaseEvidence baseEvidence, ApplyObstacle obstacle)
      implements ApplyOutcome {
    public Conflicted {
      Objects.requireNonNull(base);
      Objects.requireNonNull(baseEvidence);
      Objects.requireNonNull(obstacle);
    }

    @Override
    public String label() {
      return "conflicted";
    }

    @Override
    public Optional<String> problem() {
      return Optional.of(obstacle.toString());
    }
  }

  /**
   * The commit to apply to is not in the repository, or none could be found.
   *
   * @param reason in one line for a person
   */
  record BaseUnknown(String reason) implements ApplyOutcome {
    public BaseUnknown {
      Objects.requireNonNull(reason);
    }

    @Override
    public String label() {
      return "base-unknown";
    }

    @Override
    public Optional<String> problem() {
      return Optional.of(reason);
    }
  }

  /**
   * There is nothing to apply: no patch was given, or one holds no change.
   *
   * @param reason in one line for a person
   */
  record NoPatch(String reason) implements ApplyOutcome {
    public NoPatch {
      Objects.requireNonNull(reason);
    }

    @Override
    public String label() {
      return "no-patch";
    }

    @Override
    public Optional<String> problem() {
      return Optional.of(reason);
    }
  }
}
