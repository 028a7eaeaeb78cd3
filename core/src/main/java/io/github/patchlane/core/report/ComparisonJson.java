package io.github.patchlane.core.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.statistics.ClusteredDifference;
import io.github.patchlane.core.statistics.Interval;
import io.github.patchlane.core.trial.Arm;
import io.github.patchlane.core.trial.Case;
import io.github.patchlane.core.trial.Covariate;
import io.github.patchlane.core.trial.GuardOutcome;
import io.github.patchlane.core.trial.LandingRecall;
import io.github.patchlane.core.trial.Matching;
import io.github.patchlane.core.trial.MetricComparison;
import io.github.patchlane.core.trial.MetricComparison.Counts;
import io.github.patchlane.core.trial.MetricComparison.Nothing;
import io.github.patchlane.core.trial.MetricComparison.Times;
import io.github.patchlane.core.trial.Outlook;
import io.github.patchlane.core.trial.Protocol;
import io.github.patchlane.core.trial.SensitivityRun;
import io.github.patchlane.core.trial.Trial;
import io.github.patchlane.core.trial.Verdict;
import io.github.patchlane.core.trial.Verdict.CanTell;
import io.github.patchlane.core.trial.Verdict.CannotTellYet;
import java.io.IOException;
import java.util.List;
import java.util.OptionalDouble;
import java.util.OptionalLong;

/**
 * The comparison for programs, schema {@code patchlane.comparison/1}. Times are seconds;
 * differences are trial less baseline, so that less than 0 is quicker; fields never vanish. A
 * comparison's {@code kind} is {@code times}, {@code counts} or {@code nothing}, which has a {@code
 * reason}. {@code contributions} lists every one with its lane and the number of its stratum, null
 * where the other lane has no like: all numbers rest on the others, but for what {@code excluded}
 * names of single metrics ({@link LeftOutJson}).
 */
public final class ComparisonJson {
  private static final int PLACES = 3;

  private ComparisonJson() {}

  /** The whole trial as one document. */
  public static String of(Trial trial, List<String> sources) {
    return Json.document(json -> write(json, trial, sources));
  }

  private static void write(JsonGenerator json, Trial trial, List<String> sources)
      throws IOException {
    json.writeStringField("schema", "patchlane.comparison/1");
    json.writeStringField("asOf", trial.options().asOf().toString());
    json.writeArrayFieldStart("sources");
    for (String source : sources) {
      json.writeString(source);
    }
    json.writeEndArray();
    writeProtocol(json, trial.protocol());
    writeVerdict(json, trial);
    writeMatching(json, trial.matching());
    json.writeFieldName("primary");
    writeComparison(json, trial.primary());
    json.writeArrayFieldStart("secondaries");
    for (MetricComparison comparison : trial.secondaries()) {
      writeComparison(json, comparison);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("guards");
    for (GuardOutcome guard : trial.guards()) {
      writeGuard(json, guard);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("sensitivity");
    for (SensitivityRun run : trial.sensitivity()) {
      json.writeStartObject();
      json.writeStringField("run", run.kind().label());
      json.writeFieldName("comparison");
      writeComparison(json, run.comparison());
      json.writeEndObject();
    }
    json.writeEndArray();
    writeOutlook(json, trial);
    writeRecall(json, trial);
    LeftOutJson.write(json, trial.excluded());
    json.writeBooleanField("landingsKnown", trial.options().landingsKnown());
    writeContributions(json, trial);
  }

  private static void writeProtocol(JsonGenerator json, Protocol protocol) throws IOException {
    json.writeObjectFieldStart("protocol");
    json.writeStringField("name", protocol.name());
    json.writeStringField("sha256", protocol.hash());
    json.writeNumberField("seed", protocol.seed());
    json.writeStringField("baseline", protocol.baseline());
    json.writeStringField("trial", protocol.trial());
    json.writeStringField("primary", protocol.primary());
    json.writeNumberField("horizon", protocol.horizon().toSeconds());
    json.writeNumberField("effect", Figures.fraction(protocol.effect()));
    json.writeStringField("canonical", protocol.canonical());
    json.writeEndObject();
  }

  private static void writeVerdict(JsonGenerator json, Trial trial) throws IOException {
    Verdict verdict = trial.verdict();
    json.writeObjectFieldStart("verdict");
    if (verdict instanceof CanTell told) {
      json.writeStringField("answer", told.direction().label());
      json.writeBooleanField("unqualified", told.unqualified());
      json.writeNumberField("difference", Figures.seconds(told.difference()));
      interval(json, told.interval());
      json.writeNumberField("pValue", Figures.fraction(told.pValue()));
      json.writeNullField("reason");
      json.writeNullField("moreBaseline");
      json.writeNullField("moreTrial");
      trippedGuards(json, trial);
      json.writeArrayFieldStart("contradictedBy");
      for (SensitivityRun run : told.contradicting()) {
        json.writeString(run.kind().label());
      }
      json.writeEndArray();
    } else if (verdict instanceof CannotTellYet none) {
      json.writeStringField("answer", "cannot-tell-yet");
      json.writeNullField("unqualified");
      json.writeNullField("difference");
      json.writeNullField("ci95");
      json.writeNullField("pValue");
      json.writeStringField("reason", none.reason().label());
      number(json, "moreBaseline", none.moreBaseline());
      number(json, "moreTrial", none.moreTrial());
      trippedGuards(json, trial);
      json.writeArrayFieldStart("contradictedBy");
      json.writeEndArray();
    }
    json.writeEndObject();
  }

  /** They are told with no answer, too: what gets worse is no matter of speed. */
  private static void trippedGuards(JsonGenerator json, Trial trial) throws IOException {
    json.writeArrayFieldStart("trippedGuards");
    for (GuardOutcome guard : trial.guards()) {
      if (guard.tripped()) {
        json.writeString(guard.rule().kind().label());
      }
    }
    json.writeEndArray();
  }

  private static void writeMatching(JsonGenerator json, Matching matching) throws IOException {
    json.writeObjectFieldStart("matching");
    for (Arm arm : Arm.values()) {
      json.writeObjectFieldStart(arm.label());
      json.writeNumberField("contributions", matching.size(arm));
      json.writeNumberField("unmatched", matching.unmatched(arm));
      json.writeEndObject();
    }
    json.writeNumberField("strata", matching.strata());
    json.writeArrayFieldStart("levels");
    for (Matching.Level level : matching.levels()) {
      json.writeStartObject();
      json.writeArrayFieldStart("alike");
      for (Covariate covariate : level.alike()) {
        json.writeString(covariate.label());
      }
      json.writeEndArray();
      json.writeNumberField("strata", level.strata());
      json.writeNumberField("baseline", level.baseline());
      json.writeNumberField("trial", level.trial());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void writeComparison(JsonGenerator json, MetricComparison comparison)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("metric", comparison.metric());
    json.writeStringField("definition", comparison.definition().text());
    if (comparison instanceof Times times) {
      json.writeStringField("kind", "times");
      json.writeNumberField("horizon", Figures.seconds(times.horizon()));
      side(json, Arm.BASELINE, times.baseline());
      side(json, Arm.TRIAL, times.trial());
      json.writeNumberField("difference", Figures.seconds(times.difference().estimate()));
      interval(json, times.interval());
      clustered(json, times.difference());
      json.writeStringField("clusteredBy", times.clusteredBy());
      number(json, "pValue", times.pValue(), 6);
      number(json, "pBootstrap", times.difference().bootstrapP(), 6);
      number(json, "pHolm", times.holm(), 6);
      json.writeObjectFieldStart("logRank");
      json.writeNumberField("chiSquare", Figures.fraction(times.logRank().chiSquare()));
      json.writeNumberField("pValue", Figures.fraction(times.logRank().pValue()));
      json.writeEndObject();
      json.writeBooleanField("extrapolated", times.extrapolated());
    } else if (comparison instanceof Counts counts) {
      json.writeStringField("kind", "counts");
      json.writeNumberField("baselineN", counts.baseline().size());
      json.writeNumberField("trialN", counts.trial().size());
      json.writeNumberField("cliffsDelta", Figures.fraction(counts.delta().estimate()));
      interval(json, counts.delta().interval(Protocol.LEVEL));
      clustered(json, counts.delta());
      json.writeNumberField("hodgesLehmann", Figures.fraction(counts.shift().estimate()));
      json.writeArrayFieldStart("hodgesLehmannCi95");
      if (counts.shift().interval().isPresent()) {
        json.writeNumber(Figures.fraction(counts.shift().interval().get().lower()));
        json.writeNumber(Figures.fraction(counts.shift().interval().get().upper()));
      }
      json.writeEndArray();
      json.writeNumberField("mannWhitneyU", Figures.fraction(counts.plain().u()));
      json.writeNumberField("mannWhitneyPValue", Figures.fraction(counts.plain().pValue()));
      number(json, "pValue", counts.pValue(), 6);
      number(json, "pHolm", counts.holm(), 6);
    } else if (comparison instanceof Nothing nothing) {
      json.writeStringField("kind", "nothing");
      json.writeStringField("reason", nothing.reason());
    }
    json.writeEndObject();
  }

  private static void clustered(JsonGenerator json, ClusteredDifference difference)
      throws IOException {
    json.writeNumberField("standardError", Figures.fraction(difference.standardError()));
    json.writeNumberField("clusters", difference.clusters());
    json.writeNumberField(
        "effectiveClusters", Figures.rounded(difference.effectiveClusters(), PLACES));
  }

  private static void side(JsonGenerator json, Arm arm, MetricComparison.Side side)
      throws IOException {
    json.writeObjectFieldStart(arm.label());
    json.writeNumberField("n", side.n());
    json.writeNumberField("contributions", side.contributions());
    json.writeNumberField("authors", side.authors());
    json.writeNumberField("events", side.events());
    json.writeNumberField("restrictedMean", Figures.seconds(side.mean()));
    number(json, "median", side.curve().quantile(0.5), PLACES);
    json.writeEndObject();
  }

  private static void writeGuard(JsonGenerator json, GuardOutcome guard) throws IOException {
    json.writeStartObject();
    json.writeStringField("guard", guard.rule().kind().label());
    json.writeStringField("definition", guard.rule().kind().text());
    json.writeNumberField("threshold", Figures.fraction(guard.rule().threshold()));
    number(json, "baseline", guard.baseline(), 6);
    number(json, "trial", guard.trial(), 6);
    number(json, "change", guard.change(), 6);
    json.writeBooleanField("changeIsOfShares", guard.rule().kind().isShare());
    if (guard.interval().isPresent()) {
      interval(json, guard.interval().get());
    } else {
      json.writeNullField("ci95");
    }
    json.writeNumberField("baselineN", guard.baselineN());
    json.writeNumberField("trialN", guard.trialN());
    json.writeStringField("state", guard.state().label());
    json.writeEndObject();
  }

  private static void writeOutlook(JsonGenerator json, Trial trial) throws IOException {
    if (trial.outlook().isEmpty()) {
      json.writeNullField("outlook");
      return;
    }
    Outlook outlook = trial.outlook().get();
    json.writeObjectFieldStart("outlook");
    json.writeNumberField("effect", Figures.fraction(outlook.effect()));
    json.writeNumberField("difference", Figures.seconds(outlook.difference()));
    number(json, "power", outlook.power(), 6);
    number(json, "smallestDifference", outlook.smallest(), PLACES);
    number(json, "smallestEffect", outlook.smallestEffect(), PLACES);
    number(json, "moreBaseline", outlook.moreBaseline());
    number(json, "moreTrial", outlook.moreTrial());
    number(
        json,
        "schoenfeldSmallestEffect",
        Double.isInfinite(outlook.schoenfeldSmallest())
            ? OptionalDouble.empty()
            : OptionalDouble.of(outlook.schoenfeldSmallest()),
        PLACES);
    number(json, "schoenfeldMoreEvents", outlook.schoenfeldMore());
    json.writeEndObject();
  }

  private static void writeRecall(JsonGenerator json, Trial trial) throws IOException {
    json.writeObjectFieldStart("matchRecall");
    for (Arm arm : Arm.values()) {
      LandingRecall recall = trial.recall().getOrDefault(arm, LandingRecall.NONE);
      json.writeObjectFieldStart(arm.label());
      json.writeNumberField("calledApplied", recall.accepted());
      json.writeNumberField("found", recall.found());
      number(json, "value", recall.value(), 6);
      json.writeArrayFieldStart("missed");
      for (Contribution contribution : recall.missed()) {
        json.writeString(contribution.id().value());
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  private static void writeContributions(JsonGenerator json, Trial trial) throws IOException {
    json.writeArrayFieldStart("contributions");
    for (Case each : trial.matching().cases()) {
      json.writeStartObject();
      json.writeStringField("id", each.subject().contribution().id().value());
      json.writeStringField("arm", each.arm().label());
      if (each.stratum().isPresent()) {
        json.writeNumberField("stratum", each.stratum().getAsInt());
      } else {
        json.writeNullField("stratum");
      }
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static void interval(JsonGenerator json, Interval interval) throws IOException {
    json.writeArrayFieldStart("ci95");
    json.writeNumber(Figures.fraction(interval.lower()));
    json.writeNumber(Figures.fraction(interval.upper()));
    json.writeEndArray();
  }

  private static void number(JsonGenerator json, String name, OptionalDouble value, int places)
      throws IOException {
    json.writeFieldName(name);
    if (value.isPresent()) {
      json.writeNumber(Figures.rounded(value.getAsDouble(), places));
    } else {
      json.writeNull();
    }
  }

  private static void number(JsonGenerator json, String name, OptionalLong value)
      throws IOException {
    if (value.isPresent()) {
      json.writeNumberField(name, value.getAsLong());
    } else {
      json.writeNullField(name);
    }
  }
}
