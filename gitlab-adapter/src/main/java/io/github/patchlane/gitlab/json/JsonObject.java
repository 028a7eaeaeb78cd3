package io.github.patchlane.gitlab.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.patchlane.core.contribution.CommitId;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * One JSON object of a server or an export. What may be left out is asked for as an {@code
 * Optional} and is empty where it is null or of another type; what a record cannot do without is
 * asked for by the methods that throw.
 */
public final class JsonObject {
  private final JsonNode node;

  private JsonObject(JsonNode node) {
    this.node = node;
  }

  /**
   * Takes a node for an object.
   *
   * @throws MalformedRecordException where it is none
   */
  public static JsonObject of(JsonNode node) throws MalformedRecordException {
    if (!node.isObject()) {
      throw new MalformedRecordException(
          "an object was expected, not a " + node.getNodeType().name().toLowerCase(Locale.ROOT));
    }
    return new JsonObject(Objects.requireNonNull(node));
  }

  public boolean has(String name) {
    return node.hasNonNull(name);
  }

  /** Text, or a number in its digits. */
  public Optional<String> text(String name) {
    JsonNode value = node.path(name);
    return value.isTextual() || value.isNumber() ? Optional.of(value.asText()) : Optional.empty();
  }

  public String textOrEmpty(String name) {
    return text(name).orElse("");
  }

  public boolean flag(String name) {
    return node.path(name).asBoolean(false);
  }

  public OptionalLong number(String name) {
    JsonNode value = node.path(name);
    return value.canConvertToLong() && value.isIntegralNumber()
        ? OptionalLong.of(value.asLong())
        : OptionalLong.empty();
  }

  /** A line number; nothing below 1 is one. */
  public OptionalInt line(String name) {
    long value = number(name).orElse(0);
    return value >= 1 && value <= Integer.MAX_VALUE
        ? OptionalInt.of((int) value)
        : OptionalInt.empty();
  }

  /** A full hash; what is abbreviated, blank or all zeros is none. */
  public Optional<CommitId> commit(String name) {
    return text(name)
        .map(value -> value.toLowerCase(Locale.ROOT))
        .filter(CommitId::isValid)
        .filter(value -> value.chars().anyMatch(c -> c != '0'))
        .map(CommitId::new);
  }

  /**
   * An instant with any offset, to the fraction it is given with.
   *
   * @throws MalformedRecordException where it is not empty and no such thing
   */
  public Optional<Instant> instant(String name) throws MalformedRecordException {
    Optional<String> text = text(name).filter(t -> !t.isBlank());
    if (text.isEmpty()) {
      return Optional.empty();
    }
    try {
      // Exports of some versions put a blank where ISO 8601 has a T.
      String iso = text.get().strip().replaceFirst(" UTC$", "Z").replaceFirst(" ", "T");
      return Optional.of(OffsetDateTime.parse(iso).toInstant());
    } catch (DateTimeException e) {
      throw new MalformedRecordException(name + " is no instant: \"" + text.get() + '"', e);
    }
  }

  /** An instant that must be there. */
  public Instant requiredInstant(String name) throws MalformedRecordException {
    return instant(name).orElseThrow(() -> missing(name));
  }

  /** A number that must be there. */
  public long requiredNumber(String name) throws MalformedRecordException {
    return number(name).orElseThrow(() -> missing(name));
  }

  private static MalformedRecordException missing(String name) {
    return new MalformedRecordException(name + " is missing");
  }

  public Optional<JsonObject> object(String name) {
    JsonNode value = node.path(name);
    return value.isObject() ? Optional.of(new JsonObject(value)) : Optional.empty();
  }

  /** The elements of an array, objects or not; none where it is no array. */
  public List<JsonNode> elements(String name) {
    List<JsonNode> elements = new ArrayList<>();
    JsonNode value = node.path(name);
    if (value.isArray()) {
      value.forEach(elements::add);
    }
    return elements;
  }
}
