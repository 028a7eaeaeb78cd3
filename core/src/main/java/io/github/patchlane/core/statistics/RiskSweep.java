package io.github.patchlane.core.statistics;

import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;

/** Walks forward in time over one sample and counts who is at risk. Not thread-safe. */
final class RiskSweep {
  private final Observation[] exits;
  private final double[] delayedEntries;
  private int left;
  private int entered;

  RiskSweep(Collection<Observation> observations) {
    exits = observations.toArray(new Observation[0]);
    Arrays.sort(exits, Comparator.comparingDouble(Observation::time));
    delayedEntries =
        observations.stream().mapToDouble(Observation::entry).filter(e -> e > 0).sorted().toArray();
  }

  /**
   * The counts at {@code time}, which must be later than at the last call. A censoring at an
   * event's time counts as at risk for it; an entry at that time does not.
   */
  RiskSet advanceTo(double time) {
    while (left < exits.length && exits[left].time() < time) {
      left++;
    }
    while (entered < delayedEntries.length && delayedEntries[entered] < time) {
      entered++;
    }
    int atRisk = exits.length - delayedEntries.length + entered - left;
    int events = 0;
    int censored = 0;
    for (; left < exits.length && exits[left].time() == time; left++) {
      if (exits[left].event()) {
        events++;
      } else {
        censored++;
      }
    }
    return new RiskSet(atRisk, events, censored);
  }

  /** The distinct times at which a subject left, by event or censoring, ascending. */
  double[] exitTimes() {
    return Arrays.stream(exits).mapToDouble(Observation::time).distinct().toArray();
  }

  record RiskSet(int atRisk, int events, int censored) {}
}
