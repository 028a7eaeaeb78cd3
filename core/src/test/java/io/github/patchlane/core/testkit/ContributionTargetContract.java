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
import org.junit.jupiter.api.Assumptions;
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

  /** Whether it can see outside what it wrote before; nobody sees mail that was sent. */
  protected boolean seesItsWrites() {
    return true;
  }

  private static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private List<StepReport> run(Journal journal) throws Exception {
    return run(journal, 0, false);
  }

  /** Runs until the n-th write, and dies right before or after it; 0 for a run that lives. */
  private List<StepReport> run(Journal journal, int last, boolean after) throws Exception {
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
              acts[0]++;
              if (acts[0] == last && !after) {
                throw new Killed();
              }
              Attempt attempt = whole.act(step, earlier);
              if (acts[0] == last) {
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
    String first;
    try (ContributionTarget target = open()) {
      Plan plan = target.plan(posting());
      assertFalse(plan.isEmpty());
      assertEquals(plan, target.plan(posting()));
      first = PlanText.json(plan);
    }
    // one after the other: a target may keep its place to itself
    try (ContributionTarget other = open()) {
      assertEquals(first, PlanText.json(other.plan(posting())));
    }
    assertEquals(before, outside());
  }

  @Test
  public void whatWasPlannedIsWhatIsDone() throws Exception {
    reset();
    String before = outside();
    List<Step> planned;
    try (ContributionTarget target = open()) {
      planned = target.plan(posting()).steps();
    }
    List<StepReport> reports = run(Journal.inMemory());
    assertEquals(planned, reports.stream().map(StepReport::step).toList());
    assertEquals(List.of(), undone(reports));
    assertNotEquals(before, outside());
  }

  @Test
  public void aSecondRunChangesNothing() throws Exception {
    reset();
    Journal journal = Journal.inMemory();
    run(journal);
    String once = outside();
    run(journal);
    assertEquals(once, outside());
  }

  @Test
  public void aRunWithoutTheJournalOfTheFirstFindsWhatIsThere() throws Exception {
    Assumptions.assumeTrue(seesItsWrites(), "what it wrote cannot be seen");
    reset();
    run(Journal.inMemory());
    String once = outside();
    assertEquals(List.of(), undone(run(Journal.inMemory())));
    assertEquals(once, outside());
  }

  @Test
  public void aRunThatDiedAfterAnyWriteIsMadeWholeByTheNext() throws Exception {
    reset();
    int steps = run(Journal.inMemory()).size();
    String undisturbed = outside();
    for (int n = 1; n <= steps; n++) {
      reset();
      Journal journal = Journal.inMemory();
      dying(journal, n, true);
      run(journal);
      assertEquals(undisturbed, outside(), "killed after write " + n);
    }
  }

  /** Where nobody can see whether it was done, the run does the others and says which it was. */
  @Test
  public void aRunThatDiedBeforeAnyWriteIsMadeWholeByTheNextOrTold() throws Exception {
    reset();
    List<Step> steps = run(Journal.inMemory()).stream().map(StepReport::step).toList();
    String undisturbed = outside();
    for (int n = 1; n <= steps.size(); n++) {
      reset();
      Journal journal = Journal.inMemory();
      dying(journal, n, false);
      List<String> undone = undone(run(journal));
      if (seesItsWrites()) {
        assertEquals(undisturbed, outside(), "killed before write " + n);
      }
      assertEquals(seesItsWrites() ? List.of() : List.of(steps.get(n - 1).key()), undone);
    }
  }

  private void dying(Journal journal, int write, boolean after) throws Exception {
    try {
      run(journal, write, after);
    } catch (Killed end) {
      // the journal has the intent, and not the result
    }
  }

  private static List<String> undone(List<StepReport> reports) {
    return reports.stream().filter(r -> !r.done()).map(r -> r.step().key()).toList();
  }
}
