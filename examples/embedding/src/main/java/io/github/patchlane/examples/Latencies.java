package io.github.patchlane.examples;

import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.metrics.LatencyReport;
import io.github.patchlane.core.metrics.Metrics;
import io.github.patchlane.core.metrics.Statistic;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.mailinglist.MailingList;
import java.time.Duration;
import java.util.Optional;

/** How long patches on a list wait for their first response, at the median. */
final class Latencies {
  private Latencies() {}

  /**
   * Patches that nobody has answered yet count for as long as they have waited.
   *
   * @param archive a public-inbox repository, an mbox or a maildir
   * @return empty where fewer than half were ever answered
   */
  static Optional<Duration> medianTimeToFirstResponse(String archive) {
    try (MailingList list = MailingList.open(archive)) {
      Harvest harvest = list.read();
      LatencyOptions options = LatencyOptions.asOf(harvest.newest().orElseThrow());
      LatencyReport report = LatencyReport.of(harvest.contributions(), options);
      return Metrics.byId("time-to-first-response").stream()
          .map(metric -> metric.of(report.everything()))
          .flatMapToDouble(result -> Statistic.MEDIAN.of(result).stream())
          .filter(Double::isFinite)
          .mapToObj(seconds -> Duration.ofSeconds(Math.round(seconds)))
          .findFirst();
    }
  }

  public static void main(String[] arguments) {
    System.out.println(
        medianTimeToFirstResponse(arguments[0])
            .map(median -> "half of the patches were answered within " + median.toHours() + " h")
            .orElse("fewer than half of the patches were answered"));
  }
}
