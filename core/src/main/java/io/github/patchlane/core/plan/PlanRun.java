package io.github.patchlane.core.plan;

import io.github.patchlane.core.plan.JournalEntry.State;
import io.github.patchlane.core.plan.StepOutcome.Done;
import io.github.patchlane.core.plan.StepOutcome.Failed;
import io.github.patchlane.core.plan.StepOutcome.How;
import io.github.patchlane.core.plan.StepOutcome.Skipped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Carries plans out: skips what the journal knows to be done, looks before it creates, writes its
 * intent down before and the result after. Ended anywhere and run again, it leaves the outside as
 * one undisturbed run would.
 *
 * <p>A step that fails does not end the run; those that need it are skipped.
 */
public final class PlanRun {
  /** How long is waited before something is looked for whose answer was lost; doubled each time. */
  private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

  private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
  private static final int TRIES = 8;

  private final Journal journal;
  private final Pause pause;
  private final Consumer<StepReport> progress;

  /**
   * A runner for any number of plans.
   *
   * @param progress told of each step as soon as it is over
   */
  public PlanRun(Journal journal, Pause pause, Consumer<StepReport> progress) {
    this.journal = Objects.requireNonNull(journal);
    this.pause = Objects.requireNonNull(pause);
    this.progress = Objects.requireNonNull(progress);
  }

  /** Carries out one plan. The reports are in the plan's order, one for each step. */
  public List<StepReport> run(Plan plan, Outside outside) {
    Results results = new Results();
    Set<String> done = new HashSet<>();
    List<StepReport> reports = new ArrayList<>();
    for (Step step : plan.steps()) {
      Optional<String> lacking = step.needs().stream().filter(n -> !done.contains(n)).findFirst();
      StepOutcome outcome =
          lacking.isPresent()
              ? new Skipped("needs " + lacking.get() + ", which is not done")
              : carryOut(plan, step, outside, results);
      if (outcome instanceof Done finished) {
        done.add(step.key());
        results.put(step.key(), finished.result());
      }
      StepReport report = new StepReport(step, outcome);
      reports.add(report);
      progress.accept(report);
    }
    return List.copyOf(reports);
  }

  private StepOutcome carryOut(Plan plan, Step step, Outside outside, Results results) {
    Optional<JournalEntry> known = journal.last(plan.id(), step.key());
    if (known.isPresent() && known.get().state() == State.DONE) {
      return recorded(step, known.get());
    }
    Optional<Map<String, String>> found = outside.look(step, results);
    if (found.isPresent()) {
      return done(plan, step, new Done(found.get(), How.FOUND, List.of()));
    }
    if (known.isPresent() && known.get().state() == State.INTENT && !outside.repeatable(step)) {
      return new Failed(
          "an earlier run may have done it and ended before it knew; see for yourself, then delete"
              + " this step's line from the journal to do it again, or write \"done\" for"
              + " \"intent\" in it");
    }
    write(plan, step, State.INTENT, step.summary(), Map.of());
    return attempt(plan, step, outside, results);
  }

  private static StepOutcome recorded(Step step, JournalEntry entry) {
    boolean same = entry.fingerprint().equals(step.fingerprint()) || entry.fingerprint().isEmpty();
    return new Done(
        entry.result(),
        How.RECORDED,
        same ? List.of() : List.of("done before with other words, and left so"));
  }

  private StepOutcome attempt(Plan plan, Step step, Outside outside, Results results) {
    Duration wait = FIRST_PAUSE;
    String reason = "";
    for (int tries = 0; tries < TRIES; tries++) {
      Attempt attempt = outside.act(step, results);
      if (attempt instanceof Attempt.Done ok) {
        return done(plan, step, new Done(ok.result(), How.PERFORMED, ok.remarks()));
      }
      if (attempt instanceof Attempt.Refused refused) {
        write(plan, step, State.FAILED, refused.reason(), Map.of());
        return new Failed(refused.reason());
      }
      reason = ((Attempt.Unclear) attempt).reason();
      pause.pass(wait);
      wait = wait.compareTo(LONGEST_PAUSE) < 0 ? wait.multipliedBy(2) : LONGEST_PAUSE;
      Optional<Map<String, String>> found = outside.look(step, results);
      if (found.isPresent()) {
        return done(plan, step, new Done(found.get(), How.PERFORMED, List.of()));
      }
      if (!outside.repeatable(step)) {
        break;
      }
    }
    // the intent stands alone in the journal: a later run looks again
    return new Failed("no answer, and not found afterwards: " + reason);
  }

  private Done done(Plan plan, Step step, Done outcome) {
    write(plan, step, State.DONE, "", outcome.result());
    return outcome;
  }

  private void write(Plan plan, Step step, State state, String note, Map<String, String> result) {
    journal.write(new JournalEntry(plan.id(), step.key(), state, step.fingerprint(), note, result));
  }
}
