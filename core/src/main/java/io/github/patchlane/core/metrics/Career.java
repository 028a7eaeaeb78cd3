package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Where a contribution stands among all those of its submitter.
 *
 * @param submitter a number in order of first appearance, from 1: tells people apart, names nobody
 * @param next the submitter's next contribution
 */
public record Career(int submitter, Experience experience, Optional<Contribution> next) {
  public Career {
    Objects.requireNonNull(experience);
    Objects.requireNonNull(next);
  }

  /**
   * Finds the careers in everything that was ever seen, on whichever lane: RFCs and what lies
   * outside a reporting window too, for whoever sent those is new no more.
   *
   * @param all by opening time
   * @param warmUp how long an archive must have run before somebody unseen counts as new
   */
  static Map<Contribution, Career> of(List<Contribution> all, Duration warmUp) {
    Map<String, Integer> numbers = new HashMap<>();
    Map<String, Contribution> newest = new HashMap<>();
    Map<Contribution, Career> careers = new HashMap<>();
    Optional<Instant> trusted = all.stream().findFirst().map(c -> c.openedAt().plus(warmUp));
    for (Contribution contribution : all) {
      String key = contribution.submitter().key();
      int number = numbers.computeIfAbsent(key, k -> numbers.size() + 1);
      Contribution previous = newest.put(key, contribution);
      Experience experience = Experience.KNOWN;
      if (previous != null) {
        careers.computeIfPresent(
            previous,
            (c, career) -> new Career(number, career.experience(), Optional.of(contribution)));
      } else if (trusted.filter(from -> !contribution.openedAt().isBefore(from)).isPresent()) {
        experience = Experience.NEWCOMER;
      } else {
        experience = Experience.UNKNOWN;
      }
      careers.put(contribution, new Career(number, experience, Optional.empty()));
    }
    return careers;
  }
}
