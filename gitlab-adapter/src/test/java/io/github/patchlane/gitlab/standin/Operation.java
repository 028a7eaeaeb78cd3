package io.github.patchlane.gitlab.standin;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * One row of the table of requests that Patchlane may make.
 *
 * @param path the template's segments; those that begin with a colon are variables
 * @param parameters by name
 * @param keys what an object in answer has at the least
 */
record Operation(
    String name,
    String method,
    List<String> path,
    Map<String, Parameter> parameters,
    int success,
    Set<Integer> failures,
    List<String> keys) {

  /** Any request may be answered so, whatever it is. */
  private static final Set<Integer> COMMON = Set.of(401, 404, 429, 500, 502, 503);

  Operation {
    path = List.copyOf(path);
    parameters = Map.copyOf(parameters);
    failures = Set.copyOf(failures);
    keys = List.copyOf(keys);
  }

  static Operation parse(String row) {
    String[] cells = row.split("\\|", -1);
    if (cells.length != 7) {
      throw new IllegalArgumentException("not seven cells: " + row);
    }
    Map<String, Parameter> parameters = new LinkedHashMap<>();
    for (String cell : words(cells[3])) {
      if (cell.equals("page")) {
        parameters.put("page", Parameter.parse("page:integer"));
        parameters.put("per_page", Parameter.parse("per_page:integer"));
      } else {
        Parameter parameter = Parameter.parse(cell);
        parameters.put(parameter.name(), parameter);
      }
    }
    Set<Integer> failures = new TreeSet<>();
    words(cells[5]).forEach(status -> failures.add(Integer.valueOf(status)));
    return new Operation(
        cells[0].strip(),
        cells[1].strip(),
        segments(cells[2].strip()),
        parameters,
        Integer.parseInt(cells[4].strip()),
        failures,
        words(cells[6]));
  }

  static List<String> segments(String path) {
    return List.of(path.substring(1).split("/", -1));
  }

  /** The variables of a path's still encoded segments, where the path is this one's. */
  Optional<Map<String, String>> variables(String calledMethod, List<String> segments) {
    if (!method.equals(calledMethod) || segments.size() != path.size()) {
      return Optional.empty();
    }
    Map<String, String> variables = new LinkedHashMap<>();
    for (int i = 0; i < path.size(); i++) {
      if (path.get(i).startsWith(":")) {
        variables.put(path.get(i).substring(1), Encoded.decodePath(segments.get(i)));
      } else if (!path.get(i).equals(segments.get(i))) {
        return Optional.empty();
      }
    }
    return Optional.of(variables);
  }

  boolean writes() {
    return !method.equals("GET");
  }

  boolean mayAnswer(int status) {
    return status == success
        || failures.contains(status)
        || COMMON.contains(status)
        || (writes() ? status == 405 : status == 301);
  }

  private static List<String> words(String cell) {
    List<String> words = new ArrayList<>(List.of(cell.strip().split("\\s+", -1)));
    words.removeIf(word -> word.isEmpty() || word.equals("-"));
    return words;
  }
}
