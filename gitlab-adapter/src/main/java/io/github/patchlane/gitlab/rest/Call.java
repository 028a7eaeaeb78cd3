package io.github.patchlane.gitlab.rest;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One request.
 *
 * @param path below {@code /api/v4/}, percent-encoded where needed
 * @param parameters of the query, in their order
 * @param body what is written; empty in a request that only reads
 */
public record Call(
    Method method, String path, Map<String, String> parameters, Optional<JsonNode> body) {
  /** What may be asked of the server. */
  public enum Method {
    GET,
    POST,
    PUT
  }

  public Call {
    Objects.requireNonNull(method);
    Objects.requireNonNull(path);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    if (body.isPresent() == (method == Method.GET)) {
      throw new IllegalArgumentException("what writes has a body, what reads has none: " + method);
    }
  }

  public static Call get(String path, Map<String, String> query) {
    return new Call(Method.GET, path, query, Optional.empty());
  }

  public static Call post(String path, JsonNode body) {
    return new Call(Method.POST, path, Map.of(), Optional.of(body));
  }

  public static Call put(String path, JsonNode body) {
    return new Call(Method.PUT, path, Map.of(), Optional.of(body));
  }

  /** The same with one parameter set. */
  Call with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    return new Call(method, path, changed, body);
  }

  /** The same at another path. */
  Call at(String changed) {
    return new Call(method, changed, parameters, body);
  }
}
