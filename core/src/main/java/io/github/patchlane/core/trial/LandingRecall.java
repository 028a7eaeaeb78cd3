package io.github.patchlane.core.trial;

import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.metrics.Subject;
import io.github.patchlane.core.review.ReviewEvent;
import java.time.Duration;
import java.util.Collection;
import java.util.OptionalDouble;

/**
 * How far landings were found: of the contributions of which somebody who may said "applied", 30
 * days or more ago, those of which a commit was found. What is missed on one lane only looks like a
 * difference.
 */
public record LandingRecall(int accepted, int found) {
  private static final Duration PATIENCE = Duration.ofDays(30);

  static LandingRecall of(Collection<Subject> subjects) {
    int accepted = 0;
    int found = 0;
    for (Subject subject : subjects) {
      boolean said =
          subject.timeline().events().stream()
              .filter(ReviewEvent.Accepted.class::isInstance)
              .anyMatch(e -> !e.at().plus(PATIENCE).isAfter(subject.timeline().asOf()));
      if (said) {
        accepted++;
        State state = subject.contribution().state();
        found += state == State.LANDED || state == State.PARTLY_LANDED ? 1 : 0;
      }
    }
    return new LandingRecall(accepted, found);
  }

  /** Empty where nobody said so of any. */
  public OptionalDouble value() {
    return accepted == 0 ? OptionalDouble.empty() : OptionalDouble.of((double) found / accepted);
  }
}
