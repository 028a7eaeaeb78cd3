package io.github.patchlane.core.plan;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** What the steps done so far gave, by step and name. Not thread-safe. */
public final class Results {
  private final Map<String, Map<String, String>> byStep = new HashMap<>();

  Results() {}

  void put(String step, Map<String, String> result) {
    byStep.put(step, Map.copyOf(result));
  }

  /** What a step gave under this name; empty where it was not done or gave none. */
  public Optional<String> find(String step, String name) {
    return Optional.ofNullable(byStep.get(step)).map(result -> result.get(name));
  }

  /**
   * What a needed step gave.
   *
   * @throws IllegalStateException where it gave no such thing; the journal may have been edited
   */
  public String get(String step, String name) {
    return find(step, name)
        .orElseThrow(
            () -> new IllegalStateException("nothing is known of the " + name + " of " + step));
  }
}
