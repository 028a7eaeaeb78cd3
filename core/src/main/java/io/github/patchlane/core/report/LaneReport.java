package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.GroupBy;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.metrics.LatencyReport;
import io.github.patchlane.core.metrics.Maintainers;
import io.github.patchlane.core.metrics.StalledReport;
import io.github.patchlane.core.source.Harvest;
import java.util.Objects;

/**
 * What was read of one lane, and what was measured of it.
 *
 * @param name for people: the list's or the project's
 * @param harvest with the landings in its contributions, where a repository was searched
 */
public record LaneReport(
    String name, Harvest harvest, LatencyReport latency, StalledReport stalled) {
  public LaneReport {
    Objects.requireNonNull(name);
    Objects.requireNonNull(harvest);
    Objects.requireNonNull(latency);
    Objects.requireNonNull(stalled);
  }

  /** Measures. The options say until when, whether landings are known, and name the sources. */
  public static LaneReport of(String name, Harvest harvest, LatencyOptions options) {
    LatencyOptions ungrouped = options.withBy(GroupBy.NOTHING);
    return new LaneReport(
        name,
        harvest,
        LatencyReport.of(harvest.contributions(), ungrouped),
        StalledReport.of(harvest.contributions(), ungrouped));
  }

  LatencyOptions options() {
    return latency.options();
  }

  boolean maintainersKnown() {
    return options().maintainers() != Maintainers.UNKNOWN;
  }

  boolean landingsKnown() {
    return options().landingsKnown();
  }
}
