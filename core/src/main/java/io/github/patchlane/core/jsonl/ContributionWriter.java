package io.github.patchlane.core.jsonl;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.contribution.Trailer;
import io.github.patchlane.core.diff.NetChange;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.review.ReviewEvent;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * Writes the line that {@code list --format jsonl} prints. Fields never vanish and keys keep their
 * order; what the schema does not name comes after what it names. Thread-safe.
 */
public final class ContributionWriter {
  static final String SCHEMA = "patchlane.contribution/1";
  private static final JsonFactory JSON = new JsonFactory();

  private ContributionWriter() {}

  /** One line, without its line break. */
  public static String line(Contribution contribution) {
    StringWriter line = new StringWriter(1024);
    try (JsonGenerator json = JSON.createGenerator(line)) {
      write(json, contribution);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: writing to memory", e);
    }
    return line.toString();
  }

  private static void write(JsonGenerator json, Contribution c) throws IOException {
    json.writeStartObject();
    json.writeStringField("schema", SCHEMA);
    json.writeStringField("id", c.id().value());
    json.writeStringField("lane", c.lane().label());
    json.writeStringField("title", c.title());
    json.writeFieldName("submitter");
    person(json, c.submitter());
    json.writeStringField("openedAt", c.openedAt().toString());
    json.writeStringField("state", c.state().label());
    json.writeArrayFieldStart("revisions");
    for (Revision revision : c.revisions()) {
      revision(json, revision);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("events");
    for (ReviewEvent event : c.events()) {
      event(json, event);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("landings");
    for (Landing landing : c.landings()) {
      landing(json, landing);
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void person(JsonGenerator json, Person person) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", person.name());
    json.writeStringField("email", person.email());
    json.writeEndObject();
  }

  private static void revision(JsonGenerator json, Revision r) throws IOException {
    json.writeStartObject();
    json.writeNumberField("number", r.number());
    json.writeStringField("postedAt", r.postedAt().toString());
    optional(json, "cover", r.cover().map(SourceId::value));
    optional(json, "base", r.base().map(CommitId::value));
    json.writeArrayFieldStart("patches");
    for (Patch patch : r.patches()) {
      patch(json, patch);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("missing");
    for (int index : r.missing()) {
      json.writeNumber(index);
    }
    json.writeEndArray();
    json.writeStringField("evidence", r.evidence().kind().label());
    json.writeStringField("label", r.label());
    json.writeStringField("kind", r.kind().label());
    json.writeNumberField("confidence", r.evidence().confidence());
    json.writeStringField("reason", r.evidence().detail());
    json.writeEndObject();
  }

  private static void patch(JsonGenerator json, Patch p) throws IOException {
    json.writeStartObject();
    json.writeNumberField("index", p.index());
    if (p.total().isPresent()) {
      json.writeNumberField("total", p.total().getAsInt());
    } else {
      json.writeNullField("total");
    }
    json.writeStringField("id", p.id().value());
    json.writeStringField("subject", p.subject());
    json.writeFieldName("author");
    person(json, p.author());
    optional(json, "patchId", p.patchId().map(PatchId::value));
    optional(json, "netChange", p.netChange().map(NetChange::toString));
    json.writeArrayFieldStart("paths");
    for (String path : p.stat().paths()) {
      json.writeString(path);
    }
    json.writeEndArray();
    json.writeNumberField("added", p.stat().added());
    json.writeNumberField("removed", p.stat().removed());
    json.writeEndObject();
  }

  private static void event(JsonGenerator json, ReviewEvent e) throws IOException {
    json.writeStartObject();
    json.writeStringField("type", e.type());
    json.writeStringField("at", e.at().toString());
    json.writeObjectFieldStart("by");
    json.writeStringField("name", e.by().person().name());
    json.writeStringField("email", e.by().person().email());
    json.writeBooleanField("bot", e.by().bot());
    json.writeEndObject();
    if (e.act().revision().isPresent()) {
      json.writeNumberField("revision", e.act().revision().getAsInt());
    } else {
      json.writeNullField("revision");
    }
    optional(json, "on", e.act().on().map(SourceId::value));
    json.writeStringField("source", e.act().source().value());
    optional(json, "trailer", e.trailer().map(Trailer::line));
    if (e.anchor().isPresent()) {
      LineAnchor anchor = e.anchor().get();
      json.writeObjectFieldStart("anchor");
      json.writeStringField("patch", anchor.patch().value());
      json.writeStringField("path", anchor.path());
      json.writeNumberField("line", anchor.line());
      json.writeStringField("side", anchor.side().label());
      json.writeEndObject();
    } else {
      json.writeNullField("anchor");
    }
    json.writeBooleanField("substantive", e.substantive());
    if (e instanceof ReviewEvent.Checked check) {
      json.writeStringField("check", check.name());
      if (check.passed().isPresent()) {
        json.writeBooleanField("passed", check.passed().get());
      } else {
        json.writeNullField("passed");
      }
    }
    if (e instanceof ReviewEvent.Closed closed) {
      json.writeStringField("reason", closed.reason().label());
    }
    json.writeEndObject();
  }

  private static void landing(JsonGenerator json, Landing l) throws IOException {
    json.writeStartObject();
    json.writeStringField("patch", l.patch().value());
    json.writeStringField("commit", l.commit().value());
    json.writeStringField("landedAt", l.landedAt().toString());
    json.writeStringField("evidence", l.evidence().kind().label());
    json.writeNumberField("confidence", l.evidence().confidence());
    json.writeStringField("reason", l.evidence().detail());
    json.writeStringField("role", l.role().label());
    optional(json, "branch", l.branch());
    optional(json, "revertedBy", l.reverted().map(undone -> undone.commit().value()));
    optional(json, "revertedAt", l.reverted().map(undone -> undone.at().toString()));
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String name, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(name, value.get());
    } else {
      json.writeNullField(name);
    }
  }
}
