package io.github.patchlane.gitlab.standin;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it came in.
 *
 * @param path still encoded, without the query
 * @param headers by name in any case, the first value of each
 */
record Incoming(
    String method, String path, String query, Map<String, String> headers, Payload body) {

  Incoming {
    Map<String, String> sorted = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    sorted.putAll(headers);
    headers = sorted;
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name));
  }
}
