package io.github.patchlane.core.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/** A JSON object whose fields are asked for by name and kind; each refusal names the field. */
record Fields(JsonNode node) {
  static Fields of(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("an object was expected");
    }
    return new Fields(node);
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> missing(name, "a text"));
  }

  Optional<String> optionalText(String name) {
    JsonNode value = node.path(name);
    return value.isTextual() ? Optional.of(value.textValue()) : Optional.empty();
  }

  Instant instant(String name) {
    return Instant.parse(text(name));
  }

  int number(String name) {
    return optionalNumber(name).orElseThrow(() -> missing(name, "a whole number"));
  }

  OptionalInt optionalNumber(String name) {
    JsonNode value = node.path(name);
    return value.isInt() ? OptionalInt.of(value.intValue()) : OptionalInt.empty();
  }

  OptionalDouble optionalReal(String name) {
    JsonNode value = node.path(name);
    return value.isNumber() ? OptionalDouble.of(value.doubleValue()) : OptionalDouble.empty();
  }

  boolean flag(String name) {
    return optionalFlag(name).orElseThrow(() -> missing(name, "true or false"));
  }

  Optional<Boolean> optionalFlag(String name) {
    JsonNode value = node.path(name);
    return value.isBoolean() ? Optional.of(value.booleanValue()) : Optional.empty();
  }

  Fields object(String name) {
    return optionalObject(name).orElseThrow(() -> missing(name, "an object"));
  }

  Optional<Fields> optionalObject(String name) {
    JsonNode value = node.path(name);
    return value.isObject() ? Optional.of(new Fields(value)) : Optional.empty();
  }

  List<Fields> array(String name) {
    JsonNode value = node.path(name);
    if (!value.isArray()) {
      throw missing(name, "a list");
    }
    List<Fields> items = new ArrayList<>();
    for (JsonNode item : value) {
      items.add(of(item));
    }
    return items;
  }

  List<Integer> numbers(String name) {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode item : node.path(name)) {
      numbers.add(item.intValue());
    }
    return numbers;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : node.path(name)) {
      texts.add(item.asText());
    }
    return texts;
  }

  private static IllegalArgumentException missing(String name, String kind) {
    return new IllegalArgumentException("\"" + name + "\" must be " + kind);
  }
}
