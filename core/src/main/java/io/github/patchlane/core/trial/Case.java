package io.github.patchlane.core.trial;

import io.github.patchlane.core.metrics.Subject;
import java.util.Objects;
import java.util.OptionalInt;

/**
 * One contribution in the comparison.
 *
 * @param author a number that tells submitters apart and names nobody
 * @param unit a number for what was sent to its lane as a whole: the week, the subsystem, else the
 *     author
 * @param stratum the number of those that it is compared with; empty if the other arm has no like
 */
public record Case(Subject subject, Arm arm, int author, int unit, OptionalInt stratum) {
  public Case {
    Objects.requireNonNull(subject);
    Objects.requireNonNull(arm);
    Objects.requireNonNull(stratum);
  }

  public boolean matched() {
    return stratum.isPresent();
  }
}
