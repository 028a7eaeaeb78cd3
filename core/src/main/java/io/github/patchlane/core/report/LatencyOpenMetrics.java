package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.Group;
import io.github.patchlane.core.metrics.GroupBy;
import io.github.patchlane.core.metrics.LatencyReport;
import io.github.patchlane.core.metrics.Metric;
import io.github.patchlane.core.metrics.MetricResult;
import io.github.patchlane.core.metrics.MetricResult.Survival;
import io.github.patchlane.core.metrics.Statistic;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * The report as OpenMetrics 1.0 text, all of it gauges of the end of observation. Names are those
 * of OpenTelemetry's conventions where it has one ({@code vcs.change.time_to_merge}), else begin
 * with {@code patchlane_}. A quantile that is not reached is {@code +Inf}; what cannot be told is
 * left out.
 */
public final class LatencyOpenMetrics {
  private static final Map<String, String> CONVENTIONAL =
      Map.of(
          "time-to-landing", "vcs_change_time_to_merge",
          "time-to-approval", "vcs_change_time_to_approval",
          "age", "vcs_change_duration",
          "backlog", "vcs_change_count");

  private static final Map<String, Statistic> QUANTILES = quantiles();

  private final StringBuilder text = new StringBuilder();

  private LatencyOpenMetrics() {}

  public static String of(LatencyReport report) {
    LatencyOpenMetrics writer = new LatencyOpenMetrics();
    Map<String, List<MetricResult>> families = new LinkedHashMap<>();
    report
        .results()
        .forEach(r -> families.computeIfAbsent(r.metric().id(), id -> new ArrayList<>()).add(r));
    families.values().forEach(writer::family);
    writer.head("patchlane_as_of_seconds", "The end of observation, since 1970.", "seconds");
    writer.sample("patchlane_as_of_seconds", "", (double) report.asOf().getEpochSecond());
    return writer.text.append("# EOF\n").toString();
  }

  private static Map<String, Statistic> quantiles() {
    Map<String, Statistic> quantiles = new LinkedHashMap<>();
    quantiles.put("0.25", Statistic.P25);
    quantiles.put("0.5", Statistic.MEDIAN);
    quantiles.put("0.75", Statistic.P75);
    quantiles.put("0.9", Statistic.P90);
    return quantiles;
  }

  private void family(List<MetricResult> results) {
    Metric metric = results.get(0).metric();
    String base =
        CONVENTIONAL.getOrDefault(metric.id(), "patchlane_" + metric.id().replace('-', '_'));
    String help = metric.definition().text();
    if (results.get(0) instanceof Survival first) {
      String unit = first.unit() == MetricResult.Unit.SECONDS ? "seconds" : "revisions";
      head(base + '_' + unit, help, unit);
      results.forEach(result -> quantiles(base + '_' + unit, result));
      head(base + "_subjects", "How many were measured: with the event, or pending.", "");
      for (MetricResult result : results) {
        if (result instanceof Survival survival) {
          String group = labels(survival.group());
          sample(base + "_subjects", join(group, "outcome=\"event\""), survival.events());
          sample(base + "_subjects", join(group, "outcome=\"pending\""), survival.censored());
        }
      }
      return;
    }
    boolean count = results.get(0) instanceof MetricResult.Count;
    String name = count || base.endsWith("_ratio") ? base : base + "_ratio";
    String state = metric.id().equals("backlog") ? "vcs_change_state=\"open\"" : "";
    if (results.stream().map(Statistic.VALUE::of).allMatch(OptionalDouble::isEmpty)) {
      return;
    }
    head(name, help, count ? "" : "ratio");
    for (MetricResult result : results) {
      OptionalDouble value = Statistic.VALUE.of(result);
      value.ifPresent(v -> sample(name, join(labels(result.group()), state), v));
    }
  }

  private void quantiles(String name, MetricResult result) {
    QUANTILES.forEach(
        (quantile, statistic) ->
            statistic
                .of(result)
                .ifPresent(
                    value ->
                        sample(
                            name,
                            join(labels(result.group()), "quantile=\"" + quantile + '"'),
                            value)));
  }

  private void head(String name, String help, String unit) {
    text.append("# TYPE ").append(name).append(" gauge\n");
    if (!unit.isEmpty()) {
      text.append("# UNIT ").append(name).append(' ').append(unit).append('\n');
    }
    text.append("# HELP ").append(name).append(' ').append(escaped(help)).append('\n');
  }

  private void sample(String name, String labels, double value) {
    text.append(name);
    if (!labels.isEmpty()) {
      text.append('{').append(labels).append('}');
    }
    text.append(' ')
        .append(Double.isInfinite(value) ? "+Inf" : Figures.fraction(value).toPlainString())
        .append('\n');
  }

  private static String labels(Group group) {
    return group.by() == GroupBy.NOTHING
        ? ""
        : group.by().label() + "=\"" + escaped(SafeText.line(group.key())) + '"';
  }

  private static String join(String a, String b) {
    return a.isEmpty() ? b : b.isEmpty() ? a : a + ',' + b;
  }

  private static String escaped(String value) {
    return value.replace("\\", "\\\\").replace("\"", "\\\"").replace("\n", "\\n");
  }
}
