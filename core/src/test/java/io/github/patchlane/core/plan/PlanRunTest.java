package io.github.patchlane.core.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class PlanRunTest {
  private static final Step OPEN = step("open");
  private static final Step TALK = step("talk", "open");
  private static final Step CLOSE = step("close", "open");
  private static final Plan PLAN =
      new Plan("p", "a plan", List.of(OPEN, TALK, CLOSE), List.of("mind that"));

  private final World world = new World();
  private final List<Duration> pauses = new ArrayList<>();

  private static Step step(String key, String... needs) {
    return new Step(key, "do", "do " + key, Map.of("text", "of " + key), List.of(needs));
  }

  /** An outside of words that stand or don't, and answers by script. */
  private static final class World implements Outside {
    final Map<String, Integer> stands = new HashMap<>();
    final Map<String, List<String>> script = new HashMap<>();
    boolean repeatable = true;

    @Override
    public Optional<Map<String, String>> look(Step step, Results earlier) {
      return stands.containsKey(step.key())
          ? Optional.of(Map.of("id", "of " + step.key()))
          : Optional.empty();
    }

    @Override
    public Attempt act(Step step, Results earlier) {
      step.needs().forEach(need -> assertEquals("of " + need, earlier.get(need, "id")));
      List<String> left = script.getOrDefault(step.key(), new ArrayList<>());
      String turn = left.isEmpty() ? "well" : left.remove(0);
      if (!turn.equals("refused") && !turn.equals("lost")) {
        stands.merge(step.key(), 1, Integer::sum);
      }
      return switch (turn) {
        case "refused" -> new Attempt.Refused("no");
        case "lost", "answer lost" -> new Attempt.Unclear("gone");
        default -> new Attempt.Done(Map.of("id", "of " + step.key()));
      };
    }

    @Override
    public boolean repeatable(Step step) {
      return repeatable;
    }

    void plays(String step, String... turns) {
      script.put(step, new ArrayList<>(List.of(turns)));
    }
  }

  private String run(Journal journal) {
    return new PlanRun(journal, pauses::add, report -> {})
        .run(PLAN, world).stream()
            .map(r -> r.step().key() + " " + r.outcome().label())
            .collect(Collectors.joining(", "));
  }

  @Test
  void doesEachStepOnceHoweverOftenItRuns() {
    Journal journal = Journal.inMemory();
    assertEquals("open performed, talk performed, close performed", run(journal));
    assertEquals("open recorded, talk recorded, close recorded", run(journal));
    assertEquals("open found, talk found, close found", run(Journal.inMemory()));
    assertEquals(Map.of("open", 1, "talk", 1, "close", 1), world.stands);
  }

  @Test
  void whatNeedsAFailedStepIsSkippedAndTheRestGoesOn() {
    world.plays("talk", "refused");
    assertEquals("open performed, talk failed, close performed", run(Journal.inMemory()));
    World fresh = new World();
    fresh.plays("open", "refused");
    assertEquals(
        List.of("failed", "skipped", "skipped"),
        new PlanRun(Journal.inMemory(), d -> {}, r -> {})
            .run(PLAN, fresh).stream().map(r -> r.outcome().label()).toList());
  }

  @Test
  void aFailedStepIsTriedAgainByTheNextRun() {
    Journal journal = Journal.inMemory();
    world.plays("talk", "refused");
    run(journal);
    assertEquals("open recorded, talk performed, close recorded", run(journal));
  }

  @Test
  void whereTheAnswerWasLostItLooksBeforeItTriesAgain() {
    world.plays("talk", "answer lost");
    world.plays("close", "lost", "lost");
    assertEquals("open performed, talk performed, close performed", run(Journal.inMemory()));
    assertEquals(Map.of("open", 1, "talk", 1, "close", 1), world.stands);
    assertEquals(
        List.of(Duration.ofSeconds(2), Duration.ofSeconds(2), Duration.ofSeconds(4)), pauses);
  }

  @Test
  void whatCannotBeLookedForIsNotTriedTwice() {
    Journal journal = Journal.inMemory();
    world.repeatable = false;
    world.plays("talk", "lost");
    assertEquals("open performed, talk failed, close performed", run(journal));
    assertEquals("open recorded, talk failed, close recorded", run(journal));
    assertEquals(Map.of("open", 1, "close", 1), world.stands);
  }

  @Test
  void otherWordsUnderAKeyThatIsDoneAreLeftAndSaid() {
    Journal journal = Journal.inMemory();
    run(journal);
    Step changed = new Step("open", "do", "do open", Map.of("text", "other"), List.of());
    assertEquals(
        List.of(
            new StepReport(
                changed,
                new StepOutcome.Done(
                    Map.of("id", "of open"),
                    StepOutcome.How.RECORDED,
                    List.of("done before with other words, and left so")))),
        new PlanRun(journal, pauses::add, report -> {})
            .run(new Plan("p", "a plan", List.of(changed), List.of()), world));
  }

  @Test
  void aPlanIsPrintedAStepALine() {
    assertEquals(
        """
        a plan [p]
          do: do open [open]
          do: do talk [talk]
          do: do close [close]
          ! mind that
        """,
        PlanText.text(PLAN));
    assertEquals(
        """
        {"schema":"patchlane.plan/1","plan":"p","title":"a plan","steps":3,"remarks":["mind that"]}
        """,
        PlanText.json(PLAN).lines().limit(1).collect(Collectors.joining("", "", "\n")));
  }

  @Test
  void aPlanNamesItsStepsOnceAndInOrder() {
    assertThrows(
        IllegalArgumentException.class, () -> new Plan("p", "t", List.of(OPEN, OPEN), List.of()));
    assertThrows(
        IllegalArgumentException.class, () -> new Plan("p", "t", List.of(TALK, OPEN), List.of()));
  }
}
