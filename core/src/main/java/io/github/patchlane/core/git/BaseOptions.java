package io.github.patchlane.core.git;

import java.time.Duration;
import java.util.Collection;
import java.util.List;

/**
 * How to look for bases.
 *
 * @param branches to look at beside the repository's own, as {@code git rev-parse} takes them
 * @param posted series that others may depend on; a patch of a series that is asked about may
 *     depend on them, and on the other series asked about, where they were posted before
 * @param reach how long before its posting a series' base may have been committed
 * @param declared whether to believe what senders name
 */
public record BaseOptions(
    List<String> branches, List<SeriesFootprint> posted, Duration reach, boolean declared) {
  /** One branch, nothing posted, two years. */
  public static final BaseOptions DEFAULT =
      new BaseOptions(List.of(), List.of(), Duration.ofDays(730), true);

  public BaseOptions {
    branches = List.copyOf(branches);
    posted = List.copyOf(posted);
    if (reach.isNegative() || reach.isZero()) {
      throw new IllegalArgumentException("a reach is a time, above zero: " + reach);
    }
  }

  public BaseOptions withBranches(List<String> also) {
    return new BaseOptions(also, posted, reach, declared);
  }

  public BaseOptions withPosted(Collection<SeriesFootprint> series) {
    return new BaseOptions(branches, List.copyOf(series), reach, declared);
  }

  public BaseOptions withReach(Duration longest) {
    return new BaseOptions(branches, posted, longest, declared);
  }

  /** The search as it would go had no sender named a base: to test the search itself. */
  public BaseOptions withoutDeclared() {
    return new BaseOptions(branches, posted, reach, false);
  }
}
