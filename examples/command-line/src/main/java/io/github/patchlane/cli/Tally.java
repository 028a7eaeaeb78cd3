package io.github.patchlane.cli;

import io.github.patchlane.core.plan.StepOutcome;
import io.github.patchlane.core.plan.StepReport;

/** How many steps of a run came to what end. */
final class Tally {
  private int performed;
  private int before;
  private int undone;

  void add(StepReport report) {
    if (!(report.outcome() instanceof StepOutcome.Done done)) {
      undone++;
    } else if (done.how() == StepOutcome.How.PERFORMED) {
      performed++;
    } else {
      before++;
    }
  }

  /** In one line for a person. */
  String text() {
    if (performed == 0 && undone == 0) {
      return before == 0
          ? "nothing to do"
          : "nothing left to do: " + steps(before) + " done before";
    }
    return steps(performed)
        + " done"
        + (before == 0 ? "" : ", " + before + " done before")
        + (undone == 0 ? "" : ", " + undone + " not done: run again to go on");
  }

  private static String steps(int count) {
    return count == 1 ? "1 step" : count + " steps";
  }
}
