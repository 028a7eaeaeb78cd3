package io.github.patchlane.core.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Every metric there is, in the order in which reports print them. */
public final class Metrics {
  /** The ones that need nothing but contributions. */
  public static final List<Metric> ALL =
      List.of(
          new TimeToFirstResponse(),
          new IgnoredRate(),
          new TimeToFirstReview(),
          new TimeToApproval(),
          new ApprovalToLanding(),
          new TimeToLanding(),
          new TimeToClose(),
          new ReviewCycle(),
          new Iterations(),
          WaitingOn.reviewer(),
          WaitingOn.author(),
          new TimeToFirstCheck(),
          LandingShares.acceptanceRatio(),
          new ClosureRatio(),
          LandingShares.landedWithoutReply(),
          LandingShares.reviewCoverage(),
          new ReviewerLoad(),
          new ContributorAbsenceFactor(),
          new Newcomers(),
          new ConversionRate(),
          OpenCount.backlog(),
          new Age(),
          OpenCount.stalled(),
          OpenCount.dormant());

  private Metrics() {}

  /** All, and where the maintainers are known, what depends on them. */
  public static List<Metric> with(Maintainers maintainers) {
    List<Metric> metrics = new ArrayList<>(ALL);
    if (maintainers != Maintainers.UNKNOWN) {
      metrics.add(3, new TimeToMaintainerReview());
    }
    return List.copyOf(metrics);
  }

  /** By the id in its definition. */
  public static Optional<Metric> byId(String id) {
    return ALL.stream().filter(metric -> metric.id().equals(id)).findFirst();
  }

  /** The waiting times among them. */
  public static List<DurationMetric> durations() {
    return ALL.stream()
        .filter(DurationMetric.class::isInstance)
        .map(DurationMetric.class::cast)
        .toList();
  }
}
