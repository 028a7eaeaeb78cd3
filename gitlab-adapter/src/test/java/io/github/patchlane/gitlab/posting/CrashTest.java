package io.github.patchlane.gitlab.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.gitlab.UnreachableGitLabException;
import io.github.patchlane.gitlab.rest.Wire;
import io.github.patchlane.gitlab.standin.AccessLevel;
import io.github.patchlane.gitlab.standin.Fault;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run that ends anywhere, and the run after it. */
class CrashTest {
  /** More than any journal holds. */
  private static final long WHOLE = 1L << 30;

  @TempDir Path scratch;

  private record Undisturbed(
      Posting posting, Path commits, String state, int steps, int requests, int all) {}

  private Undisturbed undisturbed(long seed) throws IOException {
    Path commits = scratch.resolve("commits-" + seed + ".git");
    Posting posting = Story.of(seed, commits);
    try (Bridge bridge = new Bridge(scratch, commits, AccessLevel.OWNER)) {
      List<StepReport> reports = bridge.post(posting, Journal.inMemory());
      assertEquals("", Bridge.undone(reports));
      return new Undisturbed(
          posting,
          commits,
          bridge.gitlab().state(),
          reports.size(),
          bridge.gitlab().apiRequests(),
          bridge.gitlab().requests().values().stream().mapToInt(Integer::intValue).sum());
    }
  }

  /**
   * @param torn how many bytes at the journal's end never reached the disk
   */
  private void killedAndRunAgain(
      Undisturbed expected,
      String where,
      long torn,
      UnaryOperator<Wire> wire,
      UnaryOperator<io.github.patchlane.core.plan.Outside> around)
      throws IOException {
    Path file = Files.createTempDirectory(scratch, "run").resolve("journal");
    try (Bridge bridge = new Bridge(scratch, expected.commits(), AccessLevel.OWNER)) {
      boolean killed = false;
      try (Journal journal = Journal.open(file)) {
        bridge.post(expected.posting(), journal, wire, around);
      } catch (Killed end) {
        killed = true;
      }
      assertTrue(killed, where + ": nothing happened there");
      try (FileChannel journal = FileChannel.open(file, StandardOpenOption.WRITE)) {
        journal.truncate(Math.max(0, journal.size() - torn));
      }
      try (Journal journal = Journal.open(file)) {
        List<StepReport> reports = bridge.post(expected.posting(), journal);
        assertEquals("", Bridge.undone(reports), where);
      }
      assertEquals(expected.state(), bridge.gitlab().state(), where);
    }
  }

  @Test
  void aRunKilledAtAnyRequestIsMadeWholeByTheNext() throws IOException {
    for (long seed : new long[] {3, 5}) {
      Undisturbed expected = undisturbed(seed);
      for (int n = 1; n <= expected.requests(); n++) {
        for (boolean after : new boolean[] {false, true}) {
          killedAndRunAgain(
              expected,
              "story " + seed + (after ? " after" : " before") + " request " + n,
              0,
              Killed.atRequest(n, after),
              outside -> outside);
        }
      }
    }
  }

  @Test
  void aRunKilledBetweenStepsIsMadeWholeByTheNextEvenWithoutItsJournal() throws IOException {
    Undisturbed expected = undisturbed(7);
    for (int n = 1; n <= expected.steps(); n++) {
      for (boolean after : new boolean[] {false, true}) {
        String where = (after ? "after" : "before") + " step " + n;
        killedAndRunAgain(expected, where, 0, wire -> wire, Killed.atStep(n, after));
        killedAndRunAgain(expected, where, WHOLE, wire -> wire, Killed.atStep(n, after));
      }
    }
  }

  @Test
  void aClientCutOffAtAnyRequestOfGitOrTheApiGoesOnLater() throws IOException {
    Undisturbed expected = undisturbed(11);
    for (int n = 1; n <= expected.all(); n++) {
      for (Fault cut : List.of(Fault.CUT_BEFORE, Fault.CUT_AFTER)) {
        cutOff(expected, n, cut);
      }
    }
  }

  private void cutOff(Undisturbed expected, int n, Fault cut) throws IOException {
    Path file = Files.createTempDirectory(scratch, "run").resolve("journal");
    try (Bridge bridge = new Bridge(scratch, expected.commits(), AccessLevel.OWNER)) {
      bridge.gitlab().faults().at(n, cut);
      try (Journal journal = Journal.open(file)) {
        bridge.post(expected.posting(), journal);
      } catch (UnreachableGitLabException ended) {
        // as it should
      }
      bridge.gitlab().faults().reconnect();
      try (Journal journal = Journal.open(file)) {
        List<StepReport> reports = bridge.post(expected.posting(), journal);
        assertEquals("", Bridge.undone(reports), cut + " " + n);
      }
      assertEquals(expected.state(), bridge.gitlab().state(), cut + " at " + n);
    }
  }

  /** Thirty conversions, twelve deaths in each; every other journal is torn too, some all of it. */
  @Test
  @Tag("fuzz")
  void thirtyConversionsKilledAtThreeHundredSixtyPlaces() throws IOException {
    for (long seed = 100; seed < 130; seed++) {
      Undisturbed expected = undisturbed(seed);
      Random dice = new Random(seed);
      for (int i = 0; i < 12; i++) {
        boolean after = dice.nextBoolean();
        int dies = dice.nextInt(6);
        long torn = dies == 0 ? WHOLE : dies < 3 ? 1 + dice.nextInt(400) : 0;
        String how = (after ? " after" : " before") + ", journal torn by " + torn;
        if (dice.nextBoolean()) {
          int n = 1 + dice.nextInt(expected.requests());
          killedAndRunAgain(
              expected,
              seed + " request " + n + how,
              torn,
              Killed.atRequest(n, after),
              outside -> outside);
        } else {
          int n = 1 + dice.nextInt(expected.steps());
          killedAndRunAgain(
              expected, seed + " step " + n + how, torn, wire -> wire, Killed.atStep(n, after));
        }
      }
    }
  }

  @Test
  void aRunThatDiesAgainAndAgainArrivesAtLast() throws IOException {
    Undisturbed expected = undisturbed(13);
    Path file = Files.createTempDirectory(scratch, "run").resolve("journal");
    List<Integer> deaths = new ArrayList<>();
    try (Bridge bridge = new Bridge(scratch, expected.commits(), AccessLevel.OWNER)) {
      boolean whole = false;
      for (int run = 0; run < 200 && !whole; run++) {
        try (Journal journal = Journal.open(file)) {
          // far enough to get one more write done, and never past it
          bridge.post(
              expected.posting(), journal, wire -> wire, Killed.atStep(1 + run % 2, run % 3 > 0));
          whole = true;
        } catch (Killed end) {
          deaths.add(run);
        }
      }
      assertTrue(whole && deaths.size() >= expected.steps() / 2, () -> deaths.toString());
      assertEquals(expected.state(), bridge.gitlab().state());
    }
  }

  @Test
  void aJournalCutAfterAnyByteIsAsGoodAsWhole() throws IOException {
    Undisturbed expected = undisturbed(2);
    Path file = Files.createTempDirectory(scratch, "run").resolve("journal");
    try (Bridge bridge = new Bridge(scratch, expected.commits(), AccessLevel.OWNER)) {
      try (Journal journal = Journal.open(file)) {
        bridge.post(expected.posting(), journal);
      }
      byte[] whole = Files.readAllBytes(file);
      for (int length = 0; length <= whole.length; length += length < 400 ? 1 : 37) {
        Files.write(file, java.util.Arrays.copyOf(whole, length));
        try (Journal journal = Journal.open(file)) {
          bridge.post(expected.posting(), journal);
        }
        assertEquals(expected.state(), bridge.gitlab().state(), "cut after byte " + length);
      }
    }
  }
}
