package io.github.patchlane.core.plan;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/**
 * All that will be written for one contribution, in order. It is computed without asking or
 * changing anything outside; {@link PlanRun} carries it out.
 *
 * @param id its name in the journal: what is posted, and where to
 * @param title for a person
 * @param steps in the order in which they are done
 * @param remarks what will not arrive as it was, and what a person should know before; one sentence
 *     each
 */
public record Plan(String id, String title, List<Step> steps, List<String> remarks) {
  public Plan {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a plan has a name");
    }
    Objects.requireNonNull(title);
    steps = List.copyOf(steps);
    remarks = List.copyOf(remarks);
    Set<String> seen = new HashSet<>();
    for (Step step : steps) {
      for (String needed : step.needs()) {
        if (!seen.contains(needed)) {
          throw new IllegalArgumentException(
              "step " + step.key() + " needs " + needed + ", which does not come before it");
        }
      }
      if (!seen.add(step.key())) {
        throw new IllegalArgumentException("two steps are named " + step.key());
      }
    }
  }

  /** Whether there is nothing to do; the remarks say why. */
  public boolean isEmpty() {
    return steps.isEmpty();
  }
}
