package io.github.patchlane.core.jsonl;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.function.Function;

/**
 * A JSON object whose fields are asked for by name and kind. An optional field may be null or left
 * out; one of another kind is refused all the same, and each refusal names the field by its path.
 *
 * @param path of this object, {@code revisions[0].patches[1].}, or empty
 */
record Fields(JsonNode node, String path) {
  static Fields of(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("the line must be an object");
    }
    return new Fields(node, "");
  }

  String text(String name) {
    return optionalText(name).orElseThrow(() -> refused(name, "a text"));
  }

  Optional<String> optionalText(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isTextual()) {
                throw refused(name, "a text");
              }
              return value.textValue();
            });
  }

  /** A text that means something; its refusal is told under this field's name. */
  <T> T read(String name, Function<String, T> reader) {
    return apply(name, text(name), reader);
  }

  <T> Optional<T> optional(String name, Function<String, T> reader) {
    return optionalText(name).map(text -> apply(name, text, reader));
  }

  private <T> T apply(String name, String text, Function<String, T> reader) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(quoted(name) + ": " + e.getMessage(), e);
    }
  }

  Instant instant(String name) {
    String text = text(name);
    try {
      return Instant.parse(text);
    } catch (DateTimeParseException e) {
      throw refused(name, "an instant such as 2024-01-15T10:10:10Z");
    }
  }

  int number(String name, int least) {
    return optionalNumber(name, least).orElseThrow(() -> refused(name, numberFrom(least)));
  }

  OptionalInt optionalNumber(String name, int least) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return OptionalInt.empty();
    }
    if (!value.get().isInt() || value.get().intValue() < least) {
      throw refused(name, numberFrom(least));
    }
    return OptionalInt.of(value.get().intValue());
  }

  private static String numberFrom(int least) {
    return "a whole number" + (least == Integer.MIN_VALUE ? "" : " from " + least);
  }

  OptionalDouble optionalShare(String name) {
    Optional<JsonNode> value = value(name);
    if (value.isEmpty()) {
      return OptionalDouble.empty();
    }
    double share = value.get().isNumber() ? value.get().doubleValue() : Double.NaN;
    if (!(share > 0 && share <= 1)) {
      throw refused(name, "a number above 0, and 1 at most");
    }
    return OptionalDouble.of(share);
  }

  boolean flag(String name) {
    return optionalFlag(name).orElseThrow(() -> refused(name, "true or false"));
  }

  Optional<Boolean> optionalFlag(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isBoolean()) {
                throw refused(name, "true or false");
              }
              return value.booleanValue();
            });
  }

  Fields object(String name) {
    return optionalObject(name).orElseThrow(() -> refused(name, "an object"));
  }

  Optional<Fields> optionalObject(String name) {
    return value(name)
        .map(
            value -> {
              if (!value.isObject()) {
                throw refused(name, "an object");
              }
              return new Fields(value, path + name + ".");
            });
  }

  <T> List<T> objects(String name, Function<Fields, T> reader) {
    JsonNode list = value(name).orElseThrow(() -> refused(name, "a list of objects"));
    List<T> objects = new ArrayList<>();
    for (JsonNode item : items(name, list, "a list of objects")) {
      if (!item.isObject()) {
        throw refused(name, "a list of objects");
      }
      objects.add(reader.apply(new Fields(item, path + name + "[" + objects.size() + "].")));
    }
    return objects;
  }

  List<Integer> numbers(String name) {
    List<Integer> numbers = new ArrayList<>();
    for (JsonNode item : optionalItems(name, "a list of whole numbers")) {
      if (!item.isInt()) {
        throw refused(name, "a list of whole numbers");
      }
      numbers.add(item.intValue());
    }
    return numbers;
  }

  List<String> texts(String name) {
    List<String> texts = new ArrayList<>();
    for (JsonNode item : optionalItems(name, "a list of texts")) {
      if (!item.isTextual()) {
        throw refused(name, "a list of texts");
      }
      texts.add(item.textValue());
    }
    return texts;
  }

  private Iterable<JsonNode> optionalItems(String name, String kind) {
    return value(name).map(list -> items(name, list, kind)).orElse(List.of());
  }

  private Iterable<JsonNode> items(String name, JsonNode list, String kind) {
    if (!list.isArray()) {
      throw refused(name, kind);
    }
    return list;
  }

  private Optional<JsonNode> value(String name) {
    JsonNode value = node.path(name);
    return value.isMissingNode() || value.isNull() ? Optional.empty() : Optional.of(value);
  }

  IllegalArgumentException refused(String name, String kind) {
    return new IllegalArgumentException(quoted(name) + " must be " + kind);
  }

  private String quoted(String name) {
    return '"' + path + name + '"';
  }
}
