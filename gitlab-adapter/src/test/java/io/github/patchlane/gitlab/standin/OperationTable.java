package io.github.patchlane.gitlab.standin;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The project's own table of the requests it makes, {@code operations.txt} beside this class, and
 * the check of an exchange against it.
 */
final class OperationTable {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final List<Operation> operations;

  private OperationTable(List<Operation> operations) {
    this.operations = List.copyOf(operations);
  }

  static OperationTable load() {
    try (InputStream rows = OperationTable.class.getResourceAsStream("operations.txt")) {
      if (rows == null) {
        throw new IllegalStateException("operations.txt is not beside " + OperationTable.class);
      }
      return new OperationTable(
          new String(rows.readAllBytes(), StandardCharsets.UTF_8)
              .lines()
              .filter(row -> !row.startsWith("#") && !row.isBlank())
              .map(Operation::parse)
              .toList());
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  record Found(Operation operation, Map<String, String> variables) {}

  List<Operation> all() {
    return operations;
  }

  /**
   * The row for a path below {@code /api/v4}. A row without a variable where another has one comes
   * first: {@code draft_notes/bulk_publish} is no note.
   */
  Optional<Found> find(String method, String path) {
    List<String> segments = Operation.segments(path);
    Optional<Found> best = Optional.empty();
    for (Operation operation : operations) {
      Optional<Map<String, String>> variables = operation.variables(method, segments);
      if (variables.isPresent()
          && (best.isEmpty() || variables.get().size() < best.get().variables().size())) {
        best = Optional.of(new Found(operation, variables.get()));
      }
    }
    return best;
  }

  /** Everything about a request that the table does not allow. */
  List<String> faults(Operation operation, Parameters parameters) {
    List<String> faults = new ArrayList<>();
    ObjectNode fields = parameters.fields();
    fields
        .properties()
        .forEach(
            field -> {
              Parameter parameter = operation.parameters().get(field.getKey());
              if (parameter == null) {
                faults.add("unknown parameter " + field.getKey());
              } else {
                parameter.fault(field.getValue()).ifPresent(faults::add);
              }
            });
    return faults;
  }

  /** GitLab's own first check: what it demands and did not get, in its words. */
  Optional<Reply> missing(Operation operation, Parameters parameters) {
    TreeSet<String> names = new TreeSet<>();
    operation.parameters().values().stream()
        .filter(parameter -> parameter.required() && !parameters.fields().has(parameter.name()))
        .forEach(parameter -> names.add(parameter.name() + " is missing"));
    return names.isEmpty()
        ? Optional.empty()
        : Optional.of(Reply.error(400, String.join(", ", names)));
  }

  /** Everything about an answer that the table does not allow. */
  List<String> faults(Operation operation, Reply reply) {
    List<String> faults = new ArrayList<>();
    if (!operation.mayAnswer(reply.status())) {
      faults.add("unlisted status " + reply.status());
    }
    if (reply.status() == operation.success() && !operation.keys().isEmpty()) {
      try {
        JsonNode body = MAPPER.readTree(reply.body().bytes());
        operation.keys().stream()
            .filter(key -> !body.has(key))
            .forEach(key -> faults.add("no " + key + " in the answer"));
      } catch (IOException malformed) {
        faults.add("the answer is not JSON");
      }
    }
    return faults;
  }
}
