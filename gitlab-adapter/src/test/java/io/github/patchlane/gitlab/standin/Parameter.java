package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter as the table allows it.
 *
 * @param type one of the table's type words, or the word for one of the choices
 * @param choices the values of a choice
 */
record Parameter(String name, String type, List<String> choices, boolean required) {
  private static final Set<String> TYPES =
      Set.of("string", "integer", "boolean", "time", "list", "object");

  Parameter {
    choices = List.copyOf(choices);
  }

  static Parameter parse(String cell) {
    int colon = cell.indexOf(':');
    boolean required = cell.endsWith("!");
    String type = cell.substring(colon + 1, cell.length() - (required ? 1 : 0));
    return TYPES.contains(type)
        ? new Parameter(cell.substring(0, colon), type, List.of(), required)
        : new Parameter(cell.substring(0, colon), "choice", List.of(type.split("/", -1)), required);
  }

  /** What is wrong with a value, where anything is. A null is as good as nothing sent. */
  Optional<String> fault(JsonNode value) {
    boolean good =
        value.isNull()
            || switch (type) {
              case "object" -> value.isObject();
              case "list" -> !value.isObject();
              case "integer" -> value.isIntegralNumber() || isNumber(value.asText());
              case "boolean" ->
                  value.isBoolean() || Set.of("true", "false", "1", "0").contains(value.asText());
              case "time" -> value.isTextual() && isTime(value.asText());
              case "choice" -> choices.contains(value.asText());
              default -> value.isValueNode();
            };
    return good ? Optional.empty() : Optional.of(name + " is no " + type + ": " + value);
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  private static boolean isTime(String text) {
    try {
      if (text.length() == 10) {
        LocalDate.parse(text);
      } else {
        OffsetDateTime.parse(text);
      }
      return true;
    } catch (DateTimeException malformed) {
      return false;
    }
  }
}
