package io.github.patchlane.core.metrics;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

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

  private static final Metric BY_MAINTAINERS = new TimeToMaintainerReview();

  /** Where it stands among all: after the review by anybody. */
  private static final int PLACE_BY_MAINTAINERS = 3;

  private static final List<Metric> WITH_MAINTAINERS =
      Stream.of(
              ALL.subList(0, PLACE_BY_MAINTAINERS),
              List.of(BY_MAINTAINERS),
              ALL.subList(PLACE_BY_MAINTAINERS, ALL.size()))
          .flatMap(List::stream)
          .toList();

  private Metrics() {}

  /** All, and where the maintainers are known, what depends on them. */
  public static List<Metric> with(Maintainers maintainers) {
    return maintainers == Maintainers.UNKNOWN ? ALL : WITH_MAINTAINERS;
  }

  /** By the id in its definition, what depends on maintainers included. */
  public static Optional<Metric> byId(String id) {
    return WITH_MAINTAINERS.stream().filter(metric -> metric.id().equals(id)).findFirst();
  }

  /** Their ids, for people. */
  static String ids() {
    return WITH_MAINTAINERS.stream().map(Metric::id).collect(Collectors.joining(", "));
  }

  /** The waiting times, what depends on maintainers included. */
  public static List<DurationMetric> durations() {
    return WITH_MAINTAINERS.stream()
        .filter(DurationMetric.class::isInstance)
        .map(DurationMetric.class::cast)
        .toList();
  }
}
