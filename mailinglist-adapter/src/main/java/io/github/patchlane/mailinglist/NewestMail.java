package io.github.patchlane.mailinglist;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where an archive's observation ends. A mail dated 2038 would make everything else wait for years;
 * the few mails that lie beyond a gap of half a year after all others do not count.
 */
final class NewestMail {
  private static final Duration GAP = Duration.ofDays(183);

  /** One stray mail in so many, at least one. */
  private static final int ONE_IN = 1000;

  private NewestMail() {}

  /**
   * The newest credible time.
   *
   * @param times ascending
   */
  static Optional<Instant> of(List<Instant> times) {
    if (times.isEmpty()) {
      return Optional.empty();
    }
    int last = times.size() - 1;
    int strays = Math.min(last, 1 + times.size() / ONE_IN);
    for (int i = last; i > last - strays; i--) {
      if (Duration.between(times.get(i - 1), times.get(i)).compareTo(GAP) > 0) {
        return Optional.of(times.get(i - 1));
      }
    }
    return Optional.of(times.get(last));
  }
}
