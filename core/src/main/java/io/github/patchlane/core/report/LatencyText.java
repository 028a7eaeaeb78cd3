package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.Definition;
import io.github.patchlane.core.metrics.Group;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.metrics.LatencyReport;
import io.github.patchlane.core.metrics.Metric;
import io.github.patchlane.core.metrics.MetricResult;
import io.github.patchlane.core.metrics.MetricResult.Count;
import io.github.patchlane.core.metrics.MetricResult.Load;
import io.github.patchlane.core.metrics.MetricResult.Probability;
import io.github.patchlane.core.metrics.MetricResult.Ratio;
import io.github.patchlane.core.metrics.MetricResult.Share;
import io.github.patchlane.core.metrics.MetricResult.Survival;
import io.github.patchlane.core.statistics.Interval;
import io.github.patchlane.core.statistics.QuantileInterval;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.DoubleFunction;

/** The report for people: figures, then what they mean and what was left out. */
public final class LatencyText {
  private final StringBuilder text = new StringBuilder();
  private final LatencyReport report;

  private LatencyText(LatencyReport report) {
    this.report = report;
  }

  public static String of(LatencyReport report) {
    LatencyText writer = new LatencyText(report);
    writer.head();
    writer.survivals();
    writer.figures();
    writer.definitions();
    writer.leftOut();
    return writer.text.toString();
  }

  private void head() {
    LatencyOptions options = report.options();
    text.append(String.format(Locale.ROOT, "%d contributions", report.subjects().size()));
    options.window().since().ifPresent(since -> text.append(", opened from ").append(since));
    options.window().until().ifPresent(until -> text.append(", opened before ").append(until));
    text.append(", as of ").append(options.asOf()).append('\n');
    options.sources().forEach(s -> text.append("source: ").append(SafeText.line(s)).append('\n'));
    if (!options.landingsKnown()) {
      text.append("No repository was given: what landed is not known, and counts as open here.\n");
    }
    options
        .landingRecall()
        .ifPresent(
            recall ->
                text.append("Of the true landings, ")
                    .append(Figures.percent(recall))
                    .append(" are found.\n"));
  }

  private void survivals() {
    Table table = new Table(2);
    table.row(
        List.of(
            "WAITING TIMES",
            "",
            "n",
            "events",
            "pending",
            "p25",
            "median",
            "95 % interval",
            "p75",
            "p90",
            "mean to horizon"));
    for (MetricResult result : report.results()) {
      if (result instanceof Survival survival) {
        table.row(row(survival));
      }
    }
    text.append('\n');
    table.print(text);
    text.append("(").append(Figures.NOT_REACHED).append(" not reached while it was watched)\n");
  }

  private static List<String> row(Survival survival) {
    DoubleFunction<String> figure =
        survival.unit() == MetricResult.Unit.SECONDS ? Figures::duration : Figures::significant;
    QuantileInterval interval = survival.medianInterval();
    return List.of(
        survival.metric().id(),
        key(survival.group()),
        Integer.toString(survival.n()),
        Integer.toString(survival.events()),
        Integer.toString(survival.censored()),
        show(survival.quantile(0.25), figure),
        show(survival.quantile(0.5), figure),
        show(interval.lower(), figure) + " … " + show(interval.upper(), figure),
        show(survival.quantile(0.75), figure),
        show(survival.quantile(0.9), figure),
        survival
            .restrictedMean()
            .map(
                mean ->
                    figure.apply(mean.estimate())
                        + " ± "
                        + figure.apply(mean.standardError())
                        + " to "
                        + figure.apply(mean.horizon()))
            .orElse(Figures.NOT_REACHED));
  }

  private void figures() {
    Table table = new Table(2);
    table.row(List.of("SHARES AND COUNTS", "", "value", "95 % interval", "of"));
    for (MetricResult result : report.results()) {
      if (!(result instanceof Survival)) {
        table.row(
            List.of(
                result.metric().id(),
                key(result.group()),
                value(result),
                interval(result),
                of(result)));
      }
    }
    text.append('\n');
    table.print(text);
  }

  private static String value(MetricResult result) {
    if (result instanceof Probability probability) {
      return show(probability.value(), Figures::percent);
    } else if (result instanceof Share share) {
      return show(share.value(), Figures::percent);
    } else if (result instanceof Ratio ratio) {
      return show(ratio.value(), v -> Figures.rounded(v, 2).toPlainString());
    } else if (result instanceof Count count) {
      return Integer.toString(count.value());
    }
    return result instanceof Load load ? show(load.largestShare(), Figures::percent) : "";
  }

  private static String interval(MetricResult result) {
    Optional<Interval> interval = Optional.empty();
    if (result instanceof Probability probability) {
      interval = probability.interval();
    } else if (result instanceof Share share) {
      interval = share.interval();
    }
    return interval
        .map(i -> Figures.percent(i.lower()) + " … " + Figures.percent(i.upper()))
        .orElse("");
  }

  private static String of(MetricResult result) {
    if (result instanceof Probability probability) {
      return probability.curve().events() + " events, n = " + probability.n();
    } else if (result instanceof Share share) {
      return share.part() + " of " + share.whole();
    } else if (result instanceof Ratio ratio) {
      return ratio.numerator() + " for " + ratio.denominator();
    } else if (result instanceof Load load) {
      return "the most by one of " + load.n() + ", of " + load.total();
    }
    return "n = " + result.n();
  }

  private void definitions() {
    text.append("\nDEFINITIONS\n");
    report.results().stream()
        .map(MetricResult::metric)
        .map(Metric::definition)
        .distinct()
        .forEach(this::definition);
    text.append(
        "Medians and quartiles are Kaplan–Meier estimates with log-log intervals; shares have"
            + " Wilson's.\nTime is calendar time.\n");
  }

  private void definition(Definition definition) {
    text.append(definition.id()).append(": ").append(definition.text());
    definition.chaoss().ifPresent(name -> text.append(" (CHAOSS: ").append(name).append(')'));
    text.append('\n');
  }

  private void leftOut() {
    text.append("\nLEFT OUT\n");
    if (report.excluded().isEmpty()) {
      text.append("nothing\n");
    }
    Table table = new Table(3);
    report
        .excluded()
        .forEach(e -> table.row(List.of(e.metric().orElse("all"), e.reason(), "" + e.count())));
    table.print(text);
    if (!report.excluded().isEmpty()) {
      text.append("patchlane latency --left-out names them.\n");
    }
  }

  private static String key(Group group) {
    return SafeText.line(group.key(), 30);
  }

  private static String show(OptionalDouble value, DoubleFunction<String> figure) {
    return value.isPresent() ? figure.apply(value.getAsDouble()) : Figures.NOT_REACHED;
  }
}
