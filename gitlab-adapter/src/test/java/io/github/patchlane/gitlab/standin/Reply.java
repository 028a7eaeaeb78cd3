package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/** An answer before it goes out. */
record Reply(int status, String contentType, Payload body, Map<String, String> headers) {
  static final String JSON = "application/json";

  Reply {
    headers = Map.copyOf(headers);
  }

  static Reply json(int status, JsonNode body) {
    return new Reply(status, JSON, Payload.of(body.toString()), Map.of());
  }

  static Reply ok(JsonNode body) {
    return json(200, body);
  }

  static Reply created(JsonNode body) {
    return json(201, body);
  }

  static Reply none() {
    return new Reply(204, JSON, Payload.NONE, Map.of());
  }

  /** GitLab's own refusals say {@code message}. */
  static Reply message(int status, String text) {
    return json(status, object().put("message", text));
  }

  /** Refusals of models list their sentences. */
  static Reply messages(int status, String text) {
    ObjectNode body = object();
    body.putArray("message").add(text);
    return json(status, body);
  }

  /** Refusals of one attribute name it. */
  static Reply attribute(String name, String text) {
    ObjectNode body = object();
    body.putObject("message").putArray(name).add(text);
    return json(400, body);
  }

  /** Refusals of parameters say {@code error}. */
  static Reply error(int status, String text) {
    return json(status, object().put("error", text));
  }

  static Reply text(int status, String text) {
    return new Reply(status, "text/plain", Payload.of(text), Map.of());
  }

  Reply with(String header, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(header, value);
    return new Reply(status, contentType, body, more);
  }

  boolean isJson() {
    return contentType.equals(JSON) && !body.isEmpty();
  }

  String text() {
    return body.text();
  }

  private static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }
}
