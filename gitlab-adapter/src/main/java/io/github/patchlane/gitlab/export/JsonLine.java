package io.github.patchlane.gitlab.export;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.patchlane.gitlab.json.MalformedRecordException;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Set;

/** Reads an object from a stream without what nobody asks for, above all the diffs in it. */
final class JsonLine {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Set<String> LEFT_OUT =
      Set.of("merge_request_diff_files", "events", "award_emoji", "timelogs", "st_diff");

  private JsonLine() {}

  /**
   * Reads one line.
   *
   * @throws MalformedRecordException where it holds no object, or more than one
   * @throws IOException where the stream itself fails
   */
  static JsonNode read(InputStream line) throws MalformedRecordException, IOException {
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new MalformedRecordException("the line is no JSON object");
      }
      JsonNode node = object(parser);
      if (parser.nextToken() != null) {
        throw new MalformedRecordException("more than an object stands on the line");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw new MalformedRecordException("no JSON: " + e.getOriginalMessage(), e);
    } catch (CharConversionException e) {
      throw new MalformedRecordException("no UTF-8: " + e.getMessage(), e);
    }
  }

  private static ObjectNode object(JsonParser parser) throws IOException {
    ObjectNode object = JSON.createObjectNode();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (LEFT_OUT.contains(name)) {
        parser.skipChildren();
      } else if (value == JsonToken.START_OBJECT) {
        object.set(name, object(parser));
      } else {
        object.set(name, JSON.<JsonNode>readTree(parser));
      }
    }
    return object;
  }
}
