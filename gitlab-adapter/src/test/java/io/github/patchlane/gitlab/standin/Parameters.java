package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What a request asks for, from its query, a form body or a JSON body alike. Forms nest as Rails
 * reads them: {@code position[new_line]=5}, {@code labels[]=a}.
 */
final class Parameters {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final ObjectNode fields;

  private Parameters(ObjectNode fields) {
    this.fields = fields;
  }

  static Parameters of(ObjectNode fields) {
    return new Parameters(fields);
  }

  /** Throws a refusal for JSON that is none. */
  static Parameters read(String query, String contentType, String body) {
    ObjectNode fields = JsonNodeFactory.instance.objectNode();
    form(query, fields);
    if (contentType.startsWith("application/json") && !body.isBlank()) {
      try {
        if (MAPPER.readTree(body) instanceof ObjectNode object) {
          fields.setAll(object);
        }
      } catch (JsonProcessingException malformed) {
        throw new Refusal(Reply.error(400, "The request body is not valid JSON"));
      }
    } else if (contentType.startsWith("application/x-www-form-urlencoded")) {
      form(body, fields);
    }
    return new Parameters(fields);
  }

  ObjectNode fields() {
    return fields;
  }

  boolean has(String name) {
    return fields.has(name) && !fields.get(name).isNull();
  }

  Optional<String> text(String name) {
    return has(name) ? Optional.of(fields.get(name).asText()) : Optional.empty();
  }

  String text(String name, String otherwise) {
    return text(name).orElse(otherwise);
  }

  boolean flag(String name) {
    return text(name).filter(text -> text.equals("true") || text.equals("1")).isPresent();
  }

  Optional<Integer> number(String name) {
    return text(name).map(text -> Integer.valueOf(text.strip()));
  }

  /** A moment; a bare date is its midnight in UTC. */
  Optional<Instant> time(String name) {
    return text(name).map(text -> instant(name, text));
  }

  /** A list sent as one: {@code a,b}, {@code name[]=a}, or a JSON array. */
  List<String> list(String name) {
    JsonNode value = fields.get(name);
    if (value == null || value.isNull()) {
      return List.of();
    }
    List<String> items = new ArrayList<>();
    if (value.isArray()) {
      value.forEach(item -> items.add(item.asText()));
    } else {
      items.addAll(Arrays.asList(value.asText().split(",", -1)));
    }
    return items.stream().map(String::strip).filter(item -> !item.isEmpty()).toList();
  }

  Optional<ObjectNode> object(String name) {
    return fields.get(name) instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
  }

  private static Instant instant(String name, String text) {
    try {
      return text.length() == 10
          ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
          : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeException malformed) {
      throw new Refusal(Reply.error(400, name + " is invalid"));
    }
  }

  private static void form(String text, ObjectNode into) {
    for (String pair : text.split("&", -1)) {
      if (pair.isEmpty()) {
        continue;
      }
      int equals = pair.indexOf('=');
      String name = decode(equals < 0 ? pair : pair.substring(0, equals));
      put(into, name, equals < 0 ? "" : decode(pair.substring(equals + 1)));
    }
  }

  /**
   * {@code a[b][c]} names the value c in the object b in the object a; {@code a[]} adds to a list.
   */
  private static void put(ObjectNode into, String name, String value) {
    int open = name.indexOf('[');
    if (open < 0) {
      into.put(name, value);
      return;
    }
    String outer = name.substring(0, open);
    int close = name.indexOf(']', open);
    String inner = name.substring(open + 1, close);
    if (inner.isEmpty()) {
      ArrayNode list = into.get(outer) instanceof ArrayNode known ? known : into.putArray(outer);
      list.add(value);
      return;
    }
    ObjectNode object = into.get(outer) instanceof ObjectNode known ? known : into.putObject(outer);
    put(object, inner + name.substring(close + 1), value);
  }

  private static String decode(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }
}
