package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.plan.Attempt;
import io.github.patchlane.core.plan.Outside;
import io.github.patchlane.core.plan.Results;
import io.github.patchlane.core.plan.Step;
import io.github.patchlane.gitlab.rest.Wire;
import io.github.patchlane.gitlab.testkit.AlteringWire;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The end of a process: nothing catches it, and nothing is done on its way out. */
final class Killed extends Error {
  private static final long serialVersionUID = 1L;

  private Killed() {
    super("killed", null, false, false);
  }

  /** Dies right before the n-th request is sent, or right after it was carried out. */
  static UnaryOperator<Wire> atRequest(int n, boolean after) {
    int[] seen = {0};
    return wire ->
        new AlteringWire(
            wire,
            call -> {
              seen[0]++;
              if (seen[0] == n && !after) {
                throw new Killed();
              }
            },
            (call, answer) -> {
              if (seen[0] == n) {
                throw new Killed();
              }
              return answer;
            });
  }

  /** Dies between two steps' writes: before the n-th act, or after it and before its record. */
  static UnaryOperator<Outside> atStep(int n, boolean after) {
    int[] seen = {0};
    return outside ->
        new Outside() {
          @Override
          public Optional<Map<String, String>> look(Step step, Results earlier) {
            return outside.look(step, earlier);
          }

          @Override
          public Attempt act(Step step, Results earlier) {
            seen[0]++;
            if (seen[0] == n && !after) {
              throw new Killed();
            }
            Attempt attempt = outside.act(step, earlier);
            if (seen[0] == n) {
              throw new Killed();
            }
            return attempt;
          }
        };
  }
}
