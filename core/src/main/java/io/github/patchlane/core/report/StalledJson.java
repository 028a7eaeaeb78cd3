package io.github.patchlane.core.report;

import com.fasterxml.jackson.core.JsonGenerator;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.metrics.Stalled;
import io.github.patchlane.core.metrics.StalledReport;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What waits for whom, for programs: schema {@code patchlane.stalled/1}, or its items alone, one a
 * line. Durations are seconds.
 */
public final class StalledJson {
  private StalledJson() {}

  public static String of(StalledReport report, Links links) {
    return Json.document(json -> write(json, report, links));
  }

  /** One line for each open contribution, with the fields that it has in the document. */
  public static String lines(StalledReport report, Links links) {
    return report.items().stream()
        .map(item -> Json.line(json -> writeItem(json, item, links)))
        .collect(Collectors.joining());
  }

  private static void write(JsonGenerator json, StalledReport report, Links links)
      throws IOException {
    json.writeStringField("schema", "patchlane.stalled/1");
    json.writeStringField("asOf", report.options().asOf().toString());
    json.writeArrayFieldStart("stalled");
    for (Stalled item : report.items()) {
      json.writeStartObject();
      writeItem(json, item, links);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeNumberField("dormant", report.dormant());
    LeftOutJson.write(json, report.excluded());
    json.writeBooleanField("landingsKnown", report.options().landingsKnown());
  }

  private static void writeItem(JsonGenerator json, Stalled item, Links links) throws IOException {
    json.writeStringField("id", item.contribution().id().value());
    json.writeStringField("lane", item.contribution().lane().label());
    json.writeStringField("title", item.contribution().title());
    json.writeStringField("state", item.contribution().state().label());
    json.writeStringField("link", links.of(item.contribution()));
    json.writeStringField("turn", item.turn().side().label());
    json.writeStringField("reason", item.turn().reason().label());
    json.writeStringField("since", item.turn().since().toString());
    json.writeStringField("by", item.turn().by().value());
    json.writeNumberField("waiting", item.waiting().toSeconds());
    json.writeNumberField("days", item.waiting().toDays());
    json.writeNumberField("idle", item.idle().toSeconds());
    people(json, "active", item.active());
    people(json, "suggested", item.suggested());
  }

  private static void people(JsonGenerator json, String field, List<Person> people)
      throws IOException {
    json.writeArrayFieldStart(field);
    for (Person person : people) {
      json.writeStartObject();
      json.writeStringField("name", person.name());
      json.writeStringField("email", person.email());
      json.writeEndObject();
    }
    json.writeEndArray();
  }
}
