package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Holds exchanges against GitLab's own OpenAPI document where a test run is told where it is, by
 * the system property {@code patchlane.contract}. Names and kinds are checked, in requests and in
 * successful answers: what the document does not know is a fault, and so is a value of another
 * kind. A null is never one, for the document does not say which values may be; nor is an unlisted
 * failure, for its list of those is known to be short.
 */
final class OpenApiCheck {
  private static final String DOCUMENT = "openapi/gitlab-rest-v4-patchlane-subset.json";
  private static final int DEPTH = 6;

  /** The document calls members' levels texts; GitLab sends numbers. */
  private static final String MISTYPED = "access_level";

  private final JsonNode document;
  private final Map<String, JsonNode> operations = new HashMap<>();

  private OpenApiCheck(JsonNode document) {
    this.document = document;
    document
        .path("paths")
        .properties()
        .forEach(
            path ->
                path.getValue()
                    .properties()
                    .forEach(
                        method ->
                            operations.put(
                                method.getKey().toUpperCase(Locale.ROOT)
                                    + " "
                                    + path.getKey().replaceAll("\\{[^}]*\\}", ":"),
                                method.getValue())));
  }

  static Optional<OpenApiCheck> load() {
    String directory = System.getProperty("patchlane.contract", "");
    Path file = Path.of(directory, DOCUMENT);
    if (directory.isEmpty() || !Files.exists(file)) {
      return Optional.empty();
    }
    try {
      return Optional.of(new OpenApiCheck(new ObjectMapper().readTree(file.toFile())));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** What the document does not allow in a request. */
  List<String> request(Call call) {
    JsonNode operation = operation(call.operation());
    if (operation.isMissingNode()) {
      return List.of("not in the OpenAPI document: " + call.operation().name());
    }
    Map<String, JsonNode> known = new HashMap<>();
    operation
        .path("parameters")
        .forEach(
            parameter ->
                known.put(
                    parameter.path("name").asText().replace("[]", ""), parameter.path("schema")));
    JsonNode body = operation.path("requestBody").path("content").path(Reply.JSON).path("schema");
    resolved(body)
        .path("properties")
        .properties()
        .forEach(p -> known.put(p.getKey(), p.getValue()));
    List<String> faults = new ArrayList<>();
    call.parameters()
        .fields()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (!known.containsKey(name) && !name.equals("pagination")) {
                faults.add("OpenAPI: unknown parameter " + name);
              }
            });
    return faults;
  }

  /** What the document does not allow in a successful answer. */
  List<String> answer(Call call, Reply reply) {
    JsonNode responses = operation(call.operation()).path("responses");
    if (reply.status() >= 300 || reply.status() == 202 || !reply.isJson()) {
      return List.of();
    }
    JsonNode declared =
        responses.path(String.valueOf(call.operation().success())).isMissingNode()
            ? responses.path("200")
            : responses.path(String.valueOf(call.operation().success()));
    JsonNode schema = declared.path("content").path(Reply.JSON).path("schema");
    List<String> faults = new ArrayList<>();
    try {
      compare("", new ObjectMapper().readTree(reply.body().bytes()), schema, 0, faults);
    } catch (IOException malformed) {
      faults.add("OpenAPI: the answer is not JSON");
    }
    return faults;
  }

  private JsonNode operation(Operation operation) {
    StringBuilder path = new StringBuilder(operation.method()).append(" /api/v4");
    for (String segment : operation.path()) {
      path.append('/').append(segment.startsWith(":") ? ":" : segment);
    }
    JsonNode found = operations.get(path.toString());
    return found == null ? MissingNode.getInstance() : found;
  }

  private JsonNode resolved(JsonNode schema) {
    JsonNode resolved = schema;
    for (int i = 0; i < DEPTH && resolved.has("$ref"); i++) {
      resolved = document.at(resolved.path("$ref").asText().substring(1));
    }
    JsonNode all = resolved.path("allOf");
    return all.size() == 1 ? resolved(all.path(0)) : resolved;
  }

  private void compare(
      String at, JsonNode value, JsonNode declared, int depth, List<String> faults) {
    JsonNode schema = resolved(declared);
    if (value.isNull() || schema.isMissingNode() || depth > DEPTH) {
      return;
    }
    String type = schema.path("type").asText("");
    JsonNode properties = schema.path("properties");
    if (!fits(value, type) && !at.endsWith("/" + MISTYPED)) {
      faults.add("OpenAPI: " + at + " is no " + type + ": " + value);
    } else if (value.isArray()) {
      value.forEach(item -> compare(at + "[]", item, schema.path("items"), depth + 1, faults));
    } else if (value.isObject() && properties.isObject() && !properties.isEmpty()) {
      value
          .properties()
          .forEach(
              field -> {
                String name = at + "/" + field.getKey();
                JsonNode inner = properties.path(field.getKey());
                if (inner.isMissingNode()) {
                  faults.add("OpenAPI: unknown key " + name);
                } else {
                  compare(name, field.getValue(), inner, depth + 1, faults);
                }
              });
    }
  }

  private static boolean fits(JsonNode value, String type) {
    return switch (type) {
      case "array" -> value.isArray();
      case "object" -> value.isObject();
      case "boolean" -> value.isBoolean();
      case "integer" -> value.isIntegralNumber();
      case "string" -> value.isTextual();
      default -> true;
    };
  }
}
