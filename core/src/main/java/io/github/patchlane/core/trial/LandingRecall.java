package io.github.patchlane.core.trial;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.metrics.Subject;
import io.github.patchlane.core.review.ReviewEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How far landings were found: of the contributions of which somebody who may said "applied", 30
 * days or more ago, those of which a commit was found. What is missed on one lane only looks like a
 * difference.
 *
 * @param found how many
 * @param missed those of which no commit was found, by opening time
 */
public record LandingRecall(int found, List<Contribution> missed) {
  /** Nothing was called applied. */
  public static final LandingRecall NONE = new LandingRecall(0, List.of());

  private static final Duration PATIENCE = Duration.ofDays(30);

  public LandingRecall {
    missed = missed.stream().sorted(Contribution.BY_OPENING).toList();
  }

  static LandingRecall of(Collection<Subject> subjects) {
    int found = 0;
    List<Contribution> missed = new ArrayList<>();
    for (Subject subject : subjects) {
      boolean said =
          subject.timeline().events().stream()
              .filter(ReviewEvent.Accepted.class::isInstance)
              .anyMatch(e -> !e.at().plus(PATIENCE).isAfter(subject.timeline().asOf()));
      if (said) {
        State state = subject.contribution().state();
        if (state == State.LANDED || state == State.PARTLY_LANDED) {
          found++;
        } else {
          missed.add(subject.contribution());
        }
      }
    }
    return new LandingRecall(found, missed);
  }

  /** How many were called applied. */
  public int accepted() {
    return found + missed.size();
  }

  /** Empty where nobody said so of any. */
  public OptionalDouble value() {
    return accepted() == 0
        ? OptionalDouble.empty()
        : OptionalDouble.of((double) found / accepted());
  }
}
