package io.github.patchlane.core.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.github.patchlane.core.plan.Attempt;
import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.Outside;
import io.github.patchlane.core.plan.Plan;
import io.github.patchlane.core.plan.PlanRun;
import io.github.patchlane.core.plan.PlanText;
import io.github.patchlane.core.plan.Results;
import io.github.patchlane.core.plan.Step;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.source.ContributionTarget;
import io.github.patchlane.core.source.Posting;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * What every {@link ContributionTarget} keeps to, whatever its lane. To put an adapter to it,
 * depend on core's test-jar and extend this class. Each test gets an outside of its own.
 */
public abstract class ContributionTargetContract {
  /** A posting that the target can carry out, always the same. */
  protected abstract Posting posting() throws Exception;

  /** Opens the target on what is outside now. */
  protected abstract ContributionTarget open() throws Exception;

  /** All that a visitor sees outside, as text, without what differs from server to server. */
  protected abstract String outside() throws Exception;

  /** Throws away what is outside and begins with an empty one. */
  protected abstract void reset() throws Exception;

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private List<StepReport> run(Journal journal, int killAfter) throws Exception {
    try (ContributionTarget target = open()) {
      Outside whole = target.outside();
      int[] acts = {0};
      Outside mortal =
          new Outside() {
            @Override
            public Optional<Map<String, String>> look(Step step, Results earlier) {
              return whole.look(step, earlier);
            }

            @Override
            public Attempt act(Step step, Results earlier) {
              Attempt attempt = whole.act(step, earlier);
              if (++acts[0] == killAfter) {
                throw new Killed();
              }
              return attempt;
            }

            @Override
            public boolean repeatable(Step step) {
              return whole.repeatable(step);
            }
          };
      return new PlanRun(journal, pause -> {}, report -> {}).run(target.plan(posting()), mortal);
    }
  }

  @Test
  public void planningAsksNobodyTwiceAndChangesNothing() throws Exception {
    reset();
    String before = outside();
    try (ContributionTarget target = open();
        ContributionTarget other = open()) {
      Plan plan = target.plan(posting());
      assertFalse(plan.isEmpty());
      assertEquals(plan, target.plan(posting()));
      assertEquals(PlanText.json(plan), PlanText.json(other.plan(posting())));
    }
    assertEquals(before, outside());
  }

  @Test
  public void whatWasPlannedIsWhatIsDone() throws Exception {
    reset();
    String before = outside();
    try (ContributionTarget target = open()) {
      List<Step> planned = target.plan(posting()).steps();
      List<StepReport> reports = run(Journal.inMemory(), 0);
      assertEquals(planned, reports.stream().map(StepReport::step).toList());
      assertEquals(List.of(), reports.stream().filter(r -> !r.done()).map(PlanText::text).toList());
    }
    assertNotEquals(before, outside());
  }

  @Test
  public void aSecondRunChangesNothing() throws Exception {
    reset();
    Journal journal = Journal.inMemory();
    run(journal, 0);
    String once = outside();
    run(journal, 0);
    assertEquals(once, outside());
  }

  @Test
  public void aRunThatDiedAfterAnyWriteIsMadeWholeByTheNext() throws Exception {
    reset();
    int steps = run(Journal.inMemory(), 0).size();
    String undisturbed = outside();
    for (int n = 1; n <= steps; n++) {
      reset();
      Journal journal = Journal.inMemory();
      try {
        run(journal, n);
      } catch (Killed end) {
        // the journal has the intent, and not the result
      }
      run(journal, 0);
      assertEquals(undisturbed, outside(), "killed after write " + n);
    }
  }
}
