package io.github.patchlane.cli;

import io.github.patchlane.core.metrics.GroupBy;
import io.github.patchlane.core.metrics.LatencyReport;
import io.github.patchlane.core.metrics.Threshold;
import io.github.patchlane.core.metrics.ThresholdOutcome;
import io.github.patchlane.core.report.LatencyCsv;
import io.github.patchlane.core.report.LatencyJson;
import io.github.patchlane.core.report.LatencyOpenMetrics;
import io.github.patchlane.core.report.LatencyText;
import io.github.patchlane.core.report.LeftOutJson;
import io.github.patchlane.core.report.ThresholdJUnit;
import io.github.patchlane.core.report.ThresholdText;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
    name = "latency",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "How long things take, each metric with its definition. What is still open counts for as long as"
          + " it has been open (Kaplan-Meier), and never as answered."
    },
    footer = {
      "",
      "Examples:",
      "  patchlane latency xen-devel.git --repo xen.git --by month",
      "  patchlane latency xen-devel.git --format json | jq '.metrics[] | {metric, median}'",
      "  patchlane latency xen-devel.git --left-out | jq -r 'select(.metric == null) | .id'",
      "  patchlane latency xen-devel.git --fail-if 'newcomer time-to-first-response.max > 7d'"
    })
@SuppressWarnings("NullAway.Init") // picocli sets the fields before anything runs
final class LatencyCommand extends ListReadingCommand {
  @Option(
      names = "--by",
      paramLabel = "GROUP",
      description = "month, year, size, newcomer, lane or path (top directory).")
  @Nullable String by;

  @Option(
      names = "--format",
      defaultValue = "text",
      description = "${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  Format format;

  @Option(
      names = "--fail-if",
      paramLabel = "EXPR",
      description =
          "Conditions, separated by commas, each METRIC[.median|p25|p75|p90|max|mean|count] OP VALUE"
              + " with OP one of > >= < <= and VALUE such as 7d, 36h, 10%%, 20; a group before the"
              + " metric narrows it. Exit status 1 where one holds.")
  @Nullable String failIf;

  @Option(
      names = "--left-out",
      description =
          "Instead of the figures, a JSON line for each contribution that is not in all of them, with"
              + " the metric, or null for all, and the reason.")
  boolean leftOut;

  enum Format {
    text,
    json,
    csv,
    openmetrics,
    junit
  }

  @Override
  public Integer call() {
    List<Threshold> thresholds = failIf == null ? List.of() : Threshold.parse(failIf);
    GroupBy groupBy = groupBy();
    if (leftOut && failIf != null) {
      throw new UsageException("--left-out measures nothing that --fail-if could judge");
    }
    try (Session session = session()) {
      Session.Result result = session.observe();
      LatencyReport report =
          LatencyReport.of(
              result.harvest().contributions(),
              result.options(reading.window()).withBy(groupBy).withSources(sources()));
      if (leftOut) {
        out().print(LeftOutJson.lines(report.excluded()));
        return 0;
      }
      List<ThresholdOutcome> outcomes = thresholds.stream().map(t -> t.check(report)).toList();
      switch (format) {
        case text -> print(LatencyText.of(report));
        case json -> print(LatencyJson.of(report));
        case csv -> print(LatencyCsv.of(report));
        case openmetrics -> print(LatencyOpenMetrics.of(report));
        case junit -> print(ThresholdJUnit.of(outcomes));
      }
      boolean failed = outcomes.stream().anyMatch(ThresholdOutcome::broken);
      if (failed && format != Format.junit) {
        err().print(ThresholdText.of(outcomes.stream().filter(ThresholdOutcome::broken).toList()));
      }
      return failed ? 1 : 0;
    }
  }

  private GroupBy groupBy() {
    if (by == null) {
      return GroupBy.NOTHING;
    }
    return GroupBy.ofLabel(by)
        .orElseThrow(
            () ->
                new UsageException(
                    "--by: \""
                        + by
                        + "\" is no group; one of "
                        + GroupBy.choices().stream()
                            .map(GroupBy::label)
                            .collect(Collectors.joining(", "))));
  }
}
