package io.github.patchlane.gitlab.rest;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/**
 * One request.
 *
 * @param path below {@code /api/v4/}, percent-encoded where needed
 * @param parameters of the query for GET and DELETE, of the form for others; in their order
 */
public record Call(Method method, String path, Map<String, String> parameters) {
  /** What may be asked of the server. */
  public enum Method {
    GET,
    POST,
    PUT,
    DELETE
  }

  public Call {
    Objects.requireNonNull(method);
    Objects.requireNonNull(path);
    parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
  }

  public static Call get(String path, Map<String, String> query) {
    return new Call(Method.GET, path, query);
  }

  /** The same with one parameter set. */
  public Call with(String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(parameters);
    changed.put(name, value);
    return new Call(method, path, changed);
  }
}
