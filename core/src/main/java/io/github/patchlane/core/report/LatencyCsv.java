package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.DurationMetric;
import io.github.patchlane.core.metrics.Latency;
import io.github.patchlane.core.metrics.LatencyReport;
import io.github.patchlane.core.metrics.Metrics;
import io.github.patchlane.core.metrics.Strata;
import io.github.patchlane.core.metrics.Subject;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * One row a contribution, for R: {@code survfit(Surv(time_to_landing_seconds,
 * time_to_landing_event) ~ lane)}. Durations in seconds; event 1 if it came and 0 if it is pending;
 * both empty where the metric does not apply. Of what is measured for each revision, the first
 * revision's stands here. The submitter is a number, to cluster by, and no name. RFC 4180, with a
 * header, lines ended by a line feed.
 */
public final class LatencyCsv {
  private static final List<String> LEADING =
      List.of(
          "id",
          "lane",
          "opened_at",
          "month",
          "year",
          "size",
          "newcomer",
          "path",
          "submitter",
          "state",
          "iterations");

  private LatencyCsv() {}

  public static String of(LatencyReport report) {
    StringBuilder csv = new StringBuilder();
    List<String> header = new ArrayList<>(LEADING);
    for (DurationMetric metric : Metrics.durations()) {
      String name = metric.id().replace('-', '_');
      header.add(name + "_seconds");
      header.add(name + "_event");
    }
    line(csv, header);
    report.subjects().forEach(subject -> line(csv, row(subject, report)));
    return csv.toString();
  }

  private static List<String> row(Subject subject, LatencyReport report) {
    Strata strata = subject.strata();
    List<String> cells = new ArrayList<>();
    cells.add(subject.contribution().id().value());
    cells.add(strata.lane());
    cells.add(subject.timeline().opened().toString());
    cells.add(strata.month());
    cells.add(strata.year());
    cells.add(strata.size());
    cells.add(strata.experience().label());
    cells.add(String.join(" ", strata.paths()));
    cells.add(Integer.toString(subject.career().submitter()));
    cells.add(subject.contribution().state().label());
    cells.add(Integer.toString(subject.timeline().rounds().size()));
    for (DurationMetric metric : Metrics.durations()) {
      List<Latency> latencies = metric.of(subject, report.options());
      boolean applies =
          !latencies.isEmpty() && !(latencies.get(0) instanceof Latency.NotApplicable);
      cells.add(applies ? seconds(latencies.get(0)) : "");
      cells.add(applies ? (latencies.get(0) instanceof Latency.Measured ? "1" : "0") : "");
    }
    return cells;
  }

  private static String seconds(Latency latency) {
    return Figures.seconds(latency.passed().toMillis() / 1000.0).toPlainString();
  }

  private static void line(StringBuilder csv, List<String> cells) {
    csv.append(cells.stream().map(SafeText::csv).collect(Collectors.joining(","))).append('\n');
  }
}
