package io.github.patchlane.core.trial;

import io.github.patchlane.core.contribution.Contribution;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Collectors;

/**
 * A lane cut in two by lot, week by week: two lanes between which there is no difference. A method
 * that finds one here would find one anywhere.
 */
public final class RandomWeeks {
  private RandomWeeks() {}

  /** The contributions of either invented lane; the same for the same seed. */
  public static Map<Arm, List<Contribution>> split(List<Contribution> contributions, long seed) {
    return contributions.stream().collect(Collectors.groupingBy(c -> arm(c.openedAt(), seed)));
  }

  private static Arm arm(Instant opened, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    long salt = random.nextLong();
    long lot =
        new SplittableRandom(salt ^ (Matching.week(opened) * 0x9E3779B97F4A7C15L)).nextLong();
    return lot < 0 ? Arm.TRIAL : Arm.BASELINE;
  }
}
