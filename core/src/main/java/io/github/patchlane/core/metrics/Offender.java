package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/**
 * A contribution that a number can be traced to.
 *
 * @param waited how long it took, or has taken so far
 * @param pending whether it is still waiting
 */
public record Offender(Contribution contribution, Duration waited, boolean pending) {
  private static final Comparator<Offender> WORST_FIRST =
      Comparator.comparing(Offender::waited)
          .reversed()
          .thenComparing(Offender::contribution, Contribution.BY_OPENING);

  public Offender {
    Objects.requireNonNull(contribution);
    Objects.requireNonNull(waited);
  }

  static List<Offender> sorted(List<Offender> offenders) {
    return offenders.stream().sorted(WORST_FIRST).toList();
  }
}
