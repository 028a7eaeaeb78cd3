package io.github.patchlane.core.statistics;

import java.util.Optional;

/**
 * One subject that can end in one of several ways, each of which rules out the others: landed,
 * declined, withdrawn.
 *
 * @param entry when the watching began, as in {@link Observation}
 * @param time when the end of either kind came
 * @param cause how it ended; empty if it had not ended when the watching did (censored)
 */
public record CompetingObservation<C extends Comparable<? super C>>(
    double entry, double time, Optional<C> cause) {
  public CompetingObservation {
    Observation.requireSpan(entry, time);
    entry += 0.0;
    time += 0.0;
  }

  /** A subject that ended by {@code cause}. */
  public static <C extends Comparable<? super C>> CompetingObservation<C> ended(
      double time, C cause) {
    return new CompetingObservation<>(0, time, Optional.of(cause));
  }

  /** A subject that had not ended when the watching did. */
  public static <C extends Comparable<? super C>> CompetingObservation<C> censored(double time) {
    return new CompetingObservation<C>(0, time, Optional.empty());
  }

  /** The same subject, at risk only after {@code entry}. */
  public CompetingObservation<C> enteredAt(double entry) {
    return new CompetingObservation<>(entry, time, cause);
  }

  /** The same subject with any end as the event. */
  public Observation anyCause() {
    return new Observation(entry, time, cause.isPresent());
  }
}
