package io.github.patchlane.core.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.patchlane.core.metrics.Group;
import io.github.patchlane.core.metrics.GroupBy;
import io.github.patchlane.core.metrics.LatencyReport;
import io.github.patchlane.core.metrics.MetricResult;
import io.github.patchlane.core.metrics.MetricResult.Count;
import io.github.patchlane.core.metrics.MetricResult.Load;
import io.github.patchlane.core.metrics.MetricResult.Probability;
import io.github.patchlane.core.metrics.MetricResult.Ratio;
import io.github.patchlane.core.metrics.MetricResult.Share;
import io.github.patchlane.core.metrics.MetricResult.Survival;
import io.github.patchlane.core.statistics.Interval;
import io.github.patchlane.core.statistics.KaplanMeier;
import io.github.patchlane.core.statistics.QuantileInterval;
import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * The report for programs, schema {@code patchlane.latency/1}. Every number begins with {@code
 * metric}, {@code definition}, {@code group} and {@code n}, and ends with its {@code kind}, which
 * says what lies between, and its CHAOSS name or null. The kinds: {@code survival} (in the {@code
 * unit} of seconds or revisions), {@code probability}, {@code share}, {@code ratio}, {@code count},
 * {@code load}. {@link LeftOutJson} says what {@code excluded} holds.
 */
public final class LatencyJson {
  private LatencyJson() {}

  public static String of(LatencyReport report) {
    return Json.document(json -> write(json, report));
  }

  private static void write(JsonGenerator json, LatencyReport report) throws IOException {
    json.writeStringField("schema", "patchlane.latency/1");
    json.writeStringField("asOf", report.asOf().toString());
    json.writeArrayFieldStart("sources");
    for (String source : report.options().sources()) {
      json.writeString(source);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("metrics");
    for (MetricResult result : report.results()) {
      writeResult(json, result);
    }
    json.writeEndArray();
    LeftOutJson.write(json, report.excluded());
    number(json, "landingRecall", report.options().landingRecall(), 6);
    json.writeBooleanField("landingsKnown", report.options().landingsKnown());
  }

  private static void writeResult(JsonGenerator json, MetricResult result) throws IOException {
    json.writeStartObject();
    json.writeStringField("metric", result.metric().id());
    json.writeStringField("definition", result.metric().definition().text());
    writeGroup(json, result.group());
    if (result instanceof Survival survival) {
      writeSurvival(json, survival);
    } else if (result instanceof Probability probability) {
      counts(json, probability.curve());
      number(json, "value", probability.value(), 6);
      interval(json, probability.interval());
      json.writeNumberField("horizon", probability.horizon().toSeconds());
    } else if (result instanceof Share share) {
      json.writeNumberField("n", share.n());
      number(json, "value", share.value(), 6);
      interval(json, share.interval());
      json.writeNumberField("numerator", share.part());
      json.writeNumberField("denominator", share.whole());
    } else if (result instanceof Ratio ratio) {
      json.writeNumberField("n", ratio.n());
      number(json, "value", ratio.value(), 6);
      json.writeNumberField("numerator", ratio.numerator());
      json.writeNumberField("denominator", ratio.denominator());
    } else if (result instanceof Count count) {
      json.writeNumberField("n", count.n());
      json.writeNumberField("value", count.value());
    } else if (result instanceof Load load) {
      writeLoad(json, load);
    }
    json.writeStringField("kind", result.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    json.writeStringField("chaoss", result.metric().definition().chaoss().orElse(null));
    json.writeEndObject();
  }

  private static void writeGroup(JsonGenerator json, Group group) throws IOException {
    json.writeObjectFieldStart("group");
    if (group.by() != GroupBy.NOTHING) {
      json.writeStringField(group.by().label(), group.key());
    }
    json.writeEndObject();
  }

  private static void writeSurvival(JsonGenerator json, Survival survival) throws IOException {
    counts(json, survival.curve());
    number(json, "median", survival.quantile(0.5), 3);
    QuantileInterval interval = survival.medianInterval();
    json.writeArrayFieldStart("medianCi95");
    number(json, interval.lower(), 3);
    number(json, interval.upper(), 3);
    json.writeEndArray();
    number(json, "p25", survival.quantile(0.25), 3);
    number(json, "p75", survival.quantile(0.75), 3);
    number(json, "p90", survival.quantile(0.9), 3);
    json.writeObjectFieldStart("restrictedMean");
    json.writeNumberField("horizon", Figures.seconds(survival.horizon()));
    number(json, "value", optional(survival.restrictedMean().map(m -> m.estimate())), 3);
    number(
        json, "standardError", optional(survival.restrictedMean().map(m -> m.standardError())), 3);
    json.writeBooleanField(
        "extrapolated", survival.restrictedMean().map(m -> m.extrapolated()).orElse(false));
    json.writeEndObject();
    number(json, "max", survival.longest(), 3);
    json.writeStringField("unit", survival.unit().name().toLowerCase(Locale.ROOT));
  }

  private static void writeLoad(JsonGenerator json, Load load) throws IOException {
    json.writeNumberField("n", load.n());
    json.writeNumberField("total", load.total());
    number(json, "value", load.largestShare(), 6);
    json.writeArrayFieldStart("perPerson");
    for (long each : load.perPerson()) {
      json.writeNumber(each);
    }
    json.writeEndArray();
  }

  private static void counts(JsonGenerator json, KaplanMeier curve) throws IOException {
    json.writeNumberField("n", curve.size());
    json.writeNumberField("events", curve.events());
    json.writeNumberField("censored", curve.size() - curve.events());
  }

  private static void interval(JsonGenerator json, Optional<Interval> interval) throws IOException {
    json.writeArrayFieldStart("ci95");
    number(json, optional(interval.map(Interval::lower)), 6);
    number(json, optional(interval.map(Interval::upper)), 6);
    json.writeEndArray();
  }

  private static OptionalDouble optional(Optional<Double> value) {
    return value.isPresent() ? OptionalDouble.of(value.get()) : OptionalDouble.empty();
  }

  private static void number(JsonGenerator json, String name, OptionalDouble value, int places)
      throws IOException {
    json.writeFieldName(name);
    number(json, value, places);
  }

  private static void number(JsonGenerator json, OptionalDouble value, int places)
      throws IOException {
    if (value.isPresent()) {
      json.writeNumber(Figures.rounded(value.getAsDouble(), places));
    } else {
      json.writeNull();
    }
  }
}
