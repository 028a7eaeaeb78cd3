package io.github.patchlane.core.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The form of a journal's lines: one JSON object each. */
final class JournalLine {
  static final String HEADER = "{\"schema\":\"patchlane.journal/1\"}";

  private static final ObjectMapper JSON =
      new ObjectMapper().enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

  private JournalLine() {}

  static String write(JournalEntry entry) {
    ObjectNode line = JSON.createObjectNode();
    line.put("plan", entry.plan());
    line.put("step", entry.step());
    line.put("state", entry.state().label());
    line.put("fingerprint", entry.fingerprint());
    if (!entry.note().isEmpty()) {
      line.put("note", entry.note());
    }
    if (entry.state() == JournalEntry.State.DONE) {
      ObjectNode result = line.putObject("result");
      entry.result().forEach(result::put);
    }
    return line.toString();
  }

  /** Reads a line back; empty where it is none, whatever else it is. */
  static Optional<JournalEntry> read(String text) {
    try {
      JsonNode line = JSON.readTree(text);
      String plan = line.path("plan").asText();
      String step = line.path("step").asText();
      if (plan.isEmpty() || step.isEmpty()) {
        return Optional.empty();
      }
      Map<String, String> result = new HashMap<>();
      line.path("result").properties().forEach(f -> result.put(f.getKey(), f.getValue().asText()));
      return Optional.of(
          new JournalEntry(
              plan,
              step,
              JournalEntry.State.valueOf(line.path("state").asText().toUpperCase(Locale.ROOT)),
              line.path("fingerprint").asText(),
              line.path("note").asText(),
              result));
    } catch (JsonProcessingException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
