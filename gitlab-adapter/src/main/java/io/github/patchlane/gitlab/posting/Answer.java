package io.github.patchlane.gitlab.posting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Optional;

/**
 * One answer of the server.
 *
 * @param status of HTTP
 * @param json the body, missing where it is no JSON
 */
record Answer(int status, JsonNode json, HttpHeaders headers) {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int LONGEST_REASON = 300;

  static Answer of(HttpResponse<String> response) {
    return new Answer(response.statusCode(), parsed(response.body()), response.headers());
  }

  private static JsonNode parsed(String body) {
    try {
      JsonNode read = JSON.readTree(body);
      return read == null ? MissingNode.getInstance() : read;
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  boolean ok() {
    return status >= 200 && status < 300;
  }

  Optional<String> header(String name) {
    return headers.firstValue(name);
  }

  /** What the server says is wrong, in one line of bounded length. */
  String reason() {
    JsonNode said =
        json.path("message").isMissingNode() ? json.path("error") : json.path("message");
    String words =
        said.isMissingNode() ? "" : ": " + (said.isTextual() ? said.asText() : said.toString());
    return Harmless.cut(("status " + status + words).replaceAll("\\s+", " "), LONGEST_REASON);
  }
}
