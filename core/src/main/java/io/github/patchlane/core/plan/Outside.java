package io.github.patchlane.core.plan;

import java.util.Map;
import java.util.Optional;

/**
 * Where steps are carried out. Calls come one at a time, in the order of the plan.
 *
 * <p>A failure to reach the outside at all is an unchecked exception; the run ends there, and a
 * later one goes on.
 */
public interface Outside {
  /**
   * Whether the step was done before, by an earlier run of which no result is known, or by a try
   * whose answer was lost.
   *
   * @param earlier what the steps before it gave
   * @return what it gave then; empty where it is not there, or where this outside cannot tell
   */
  Optional<Map<String, String>> look(Step step, Results earlier);

  /** Does it once. What {@link #look} would find is not looked for here. */
  Attempt act(Step step, Results earlier);

  /**
   * Whether a step may be tried again after a try of which nobody knows what became, and which
   * {@link #look} does not find. Where looking is as good as knowing, it may; where it is not, as
   * with sent mail, the target decides.
   */
  default boolean repeatable(Step step) {
    return true;
  }
}
