package io.github.patchlane.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.rangediff.PatchPair;
import io.github.patchlane.core.rangediff.RangeDiff;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** A range-diff as one JSON object. */
final class RangeDiffJson {
  private static final JsonFactory JSON = new JsonFactory();

  private RangeDiffJson() {}

  static String of(
      Contribution contribution, List<Revision> pair, RangeDiff diff, RevisionPatches patches) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      json.writeStringField("schema", "patchlane.range-diff/1");
      json.writeStringField("contribution", contribution.id().value());
      json.writeStringField("before", pair.get(0).label());
      json.writeStringField("after", pair.get(1).label());
      for (PatchPair.Status status : PatchPair.Status.values()) {
        json.writeNumberField(status.label(), diff.count(status));
      }
      json.writeArrayFieldStart("pairs");
      for (PatchPair one : diff.pairs()) {
        write(json, one, patches);
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("cannot happen: writing to memory", e);
    }
    return line.toString();
  }

  private static void write(JsonGenerator json, PatchPair pair, RevisionPatches patches)
      throws IOException {
    json.writeStartObject();
    json.writeStringField("status", pair.status().label());
    write(json, "before", pair.before(), patches);
    write(json, "after", pair.after(), patches);
    json.writeArrayFieldStart("changes");
    for (PatchPair.Aspect aspect : PatchPair.Aspect.values()) {
      if (pair.changes().contains(aspect)) {
        json.writeString(aspect.label());
      }
    }
    json.writeEndArray();
    json.writeStringField("difference", pair.difference());
    json.writeEndObject();
  }

  private static void write(
      JsonGenerator json, String name, Optional<PatchPair.Side> side, RevisionPatches patches)
      throws IOException {
    if (side.isEmpty()) {
      json.writeNullField(name);
      return;
    }
    PatchPair.Side there = side.get();
    json.writeObjectFieldStart(name);
    json.writeNumberField("index", there.place());
    json.writeStringField("patch", patches.posting(there.id()).value());
    if (there.id() instanceof CommitId commit) {
      json.writeStringField("commit", commit.value());
    } else {
      json.writeNullField("commit");
    }
    json.writeStringField("title", there.title());
    json.writeEndObject();
  }
}
