package io.github.patchlane.core.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.metrics.Exclusion;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What was left out, for programs. In a document, {@code excluded} has an object for each reason:
 * its {@code count}, the {@code metric} that it holds for, or null for all, the ids of the first
 * {@value #NAMED} {@code contributions} by opening time, and how many {@code more} there are.
 * {@link #lines} names every one.
 */
public final class LeftOutJson {
  private static final int NAMED = 100;

  private LeftOutJson() {}

  /** A line for each contribution and reason, with no schema but these five fields. */
  public static String lines(List<Exclusion> excluded) {
    return excluded.stream()
        .flatMap(e -> e.contributions().stream().map(c -> line(e, c)))
        .collect(Collectors.joining());
  }

  private static String line(Exclusion exclusion, Contribution contribution) {
    return Json.line(
        json -> {
          json.writeStringField("id", contribution.id().value());
          json.writeStringField("lane", contribution.lane().label());
          json.writeStringField("title", contribution.title());
          json.writeStringField("metric", exclusion.metric().orElse(null));
          json.writeStringField("reason", exclusion.reason());
        });
  }

  static void write(JsonGenerator json, List<Exclusion> excluded) throws IOException {
    json.writeArrayFieldStart("excluded");
    for (Exclusion exclusion : excluded) {
      List<Contribution> contributions = exclusion.contributions();
      json.writeStartObject();
      json.writeStringField("reason", exclusion.reason());
      json.writeNumberField("count", exclusion.count());
      json.writeStringField("metric", exclusion.metric().orElse(null));
      json.writeArrayFieldStart("contributions");
      for (Contribution contribution : contributions.stream().limit(NAMED).toList()) {
        json.writeString(contribution.id().value());
      }
      json.writeEndArray();
      json.writeNumberField("more", Math.max(0, contributions.size() - NAMED));
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
