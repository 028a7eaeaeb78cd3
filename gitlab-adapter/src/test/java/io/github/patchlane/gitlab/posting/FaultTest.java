package io.github.patchlane.gitlab.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.StepOutcome;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.gitlab.UnreachableGitLabException;
import io.github.patchlane.gitlab.standin.AccessLevel;
import io.github.patchlane.gitlab.standin.Fault;
import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A server in trouble: the page is the same in the end. */
class FaultTest {
  private static final Set<Fault> HARMLESS =
      EnumSet.complementOf(
          EnumSet.of(
              Fault.CUT_BEFORE,
              Fault.CUT_AFTER,
              Fault.MOVED,
              Fault.CREATED_AT_DROPPED,
              Fault.SLOW));

  @TempDir Path scratch;

  private Posting posting(long seed) throws IOException {
    return Story.of(seed, scratch.resolve("commits-" + seed + ".git"));
  }

  private String undisturbed(long seed, Posting posting) throws IOException {
    try (Bridge bridge = bridge(seed, AccessLevel.OWNER)) {
      bridge.post(posting, Journal.inMemory());
      return bridge.gitlab().state();
    }
  }

  private Bridge bridge(long seed, AccessLevel level) throws IOException {
    return new Bridge(scratch, scratch.resolve("commits-" + seed + ".git"), level);
  }

  @ParameterizedTest
  @EnumSource(
      value = Fault.class,
      names = {"CUT_BEFORE", "CUT_AFTER", "MOVED", "CREATED_AT_DROPPED", "SLOW"},
      mode = EnumSource.Mode.EXCLUDE)
  void eachFaultAloneAgainAndAgain(Fault fault) throws IOException {
    Posting posting = posting(4);
    String expected = undisturbed(4, posting);
    try (Bridge bridge = bridge(4, AccessLevel.OWNER)) {
      bridge.gitlab().faults().seeded(4, 0.3, fault);
      List<StepReport> reports = bridge.post(posting, Journal.inMemory());
      assertEquals("", Bridge.undone(reports));
      assertEquals(expected, bridge.gitlab().state());
      boolean possible = fault != Fault.PAGE_DRIFT;
      assertEquals(possible, !bridge.gitlab().faults().fired().isEmpty());
    }
  }

  @Test
  @Tag("fuzz")
  void seededMixes() throws IOException {
    for (long seed = 20; seed < 60; seed++) {
      Posting posting = posting(seed);
      String expected = undisturbed(seed, posting);
      try (Bridge bridge = bridge(seed, AccessLevel.OWNER)) {
        bridge.gitlab().faults().seeded(seed, 0.3, HARMLESS.toArray(Fault[]::new));
        assertEquals("", Bridge.undone(patient(bridge, posting)), "seed " + seed);
        assertEquals(expected, bridge.gitlab().state(), "seed " + seed);
      }
    }
  }

  /** As a person would: where the server was given up, the same run is begun again. */
  private static List<StepReport> patient(Bridge bridge, Posting posting) {
    Journal journal = Journal.inMemory();
    for (int run = 0; ; run++) {
      try {
        return bridge.post(posting, journal);
      } catch (UnreachableGitLabException e) {
        assertTrue(run < 3, () -> "given up again and again: " + e);
      }
    }
  }

  @Test
  void aMix() throws IOException {
    Posting posting = posting(6);
    String expected = undisturbed(6, posting);
    try (Bridge bridge = bridge(6, AccessLevel.OWNER)) {
      bridge.gitlab().faults().seeded(6, 0.4, HARMLESS.toArray(Fault[]::new));
      List<StepReport> reports = bridge.post(posting, Journal.inMemory());
      assertEquals("", Bridge.undone(reports));
      assertEquals(expected, bridge.gitlab().state());
      assertTrue(bridge.gitlab().faults().fired().size() > 10);
    }
  }

  @Test
  void aProjectThatMovesInTheMiddleIsFollowed() throws IOException {
    Posting posting = posting(4);
    try (Bridge bridge = bridge(4, AccessLevel.OWNER)) {
      bridge.gitlab().faults().at(5, Fault.MOVED);
      List<StepReport> reports = bridge.post(posting, Journal.inMemory());
      assertEquals("", Bridge.undone(reports));
      assertEquals("group/project-moved", bridge.project().path());
      List<StepReport> again = bridge.post(posting, Journal.inMemory());
      assertEquals("", Bridge.undone(again));
    }
  }

  @Test
  void aDateThatIsNotKeptIsSaid() throws IOException {
    Posting posting = posting(4);
    try (Bridge bridge = bridge(4, AccessLevel.DEVELOPER)) {
      List<StepReport> reports = bridge.post(posting, Journal.inMemory());
      List<StepReport> texts =
          reports.stream().filter(r -> r.step().payload().containsKey(Fields.BODY)).toList();
      assertFalse(texts.isEmpty());
      for (StepReport report : texts) {
        assertEquals(
            List.of("the server dated it itself; the text says when it was written"),
            ((StepOutcome.Done) report.outcome()).remarks());
      }
    }
  }

  @Test
  void versionsThatComeLateAreWaitedFor() throws IOException {
    Posting posting = posting(4);
    String expected = undisturbed(4, posting);
    try (Bridge bridge = bridge(4, AccessLevel.OWNER)) {
      bridge.gitlab().unpreparedReads(7);
      bridge.post(posting, Journal.inMemory());
      assertEquals(expected, bridge.gitlab().state());
    }
  }

  @Test
  void versionsThatNeverComeLeaveThreadsThatQuoteTheHunk() throws IOException {
    Posting posting = posting(4);
    try (Bridge bridge = bridge(4, AccessLevel.OWNER)) {
      bridge.gitlab().unpreparedReads(10_000);
      List<StepReport> reports = bridge.post(posting, Journal.inMemory());
      assertEquals("", Bridge.undone(reports));
      assertFalse(bridge.gitlab().state().contains("thread at"));
      assertTrue(
          reports.stream()
              .filter(r -> r.step().action().equals(Actions.DISCUSSION))
              .allMatch(
                  r -> ((StepOutcome.Done) r.outcome()).remarks().toString().contains("quotes")));
    }
  }
}
