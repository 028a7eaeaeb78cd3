package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CommandTest {
  @TempDir Path folder;
  private Path list;

  @BeforeEach
  void writeTheList() {
    list = Fixture.write(folder, "list.mbox", Fixture.MAILS);
  }

  @Test
  void listPrintsATableWithoutWhatATerminalWouldObey() {
    assertEquals(
        new Ran(
            0,
            """
            OPENED      STATE          REV PATCHES REPLIES  BY                    TITLE
            2024-03-04  open             2       1       1  Ann                   fix it
            2024-03-07  open             1       1       0  Bob                   mend[31m that, "café"
            2024-05-04  open             1       1       0  Carol                 start
            """,
            ""),
        Ran.of("list", list));
  }

  @Test
  void listPrintsCsvThatASpreadsheetReads() {
    assertEquals(
        """
        id,lane,opened_at,state,submitter_name,submitter_email,revisions,patches,replies,landed_patches,title
        mail:fix@example.org,mailing-list,2024-03-04T09:00:00Z,open,Ann,ann@example.org,2,1,1,0,fix it
        mail:mend@example.org,mailing-list,2024-03-07T09:00:00Z,open,Bob,bob@example.org,1,1,0,0,"mend[31m that, ""café""\"
        mail:carol@example.org,mailing-list,2024-05-04T09:00:00Z,open,Carol,carol@example.org,1,1,0,0,start
        """,
        Ran.of("list", list, "--format", "csv").out());
  }

  @Test
  void linesOfJsonReadAgainAreTheSameLines() {
    Ran lines = Ran.of("list", list, "--format", "jsonl");
    Path file = Fixture.write(folder, "list.jsonl", lines.out());

    assertEquals(3, lines.out().lines().count());
    assertEquals(lines, Ran.of("list", "jsonl:" + file, "--format", "jsonl"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "list --format table",
        "list --format jsonl",
        "list --format csv",
        "latency --format text",
        "latency --format json",
        "latency --format csv",
        "latency --format openmetrics",
        "latency --by month",
        "stalled --format text",
        "stalled --format json",
        "problems --format jsonl"
      })
  void theSameCallPrintsTheSameBytesAndNoProgress(String call) {
    Object[] arguments = (call + " " + list).split(" ");
    Ran first = Ran.of(arguments);

    assertEquals(first, Ran.of(arguments));
    assertEquals(0, first.status());
    assertEquals("", first.err());
  }

  @Test
  void problemsListsWhatCouldNotBePlacedAndIsNoFailure() {
    Path damaged = Fixture.write(folder, "damaged.mbox", Fixture.MAILS + Fixture.STRAY);
    int place = Fixture.MAILS.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;

    assertEquals(
        new Ran(
            0,
            damaged
                + ", byte "
                + place
                + ": orphan: answers a patch that the archive does not hold; counted nowhere"
                + " <stray@example.org> \"Re: [PATCH] lost\"\n",
            "patchlane: 1 orphan\n"),
        Ran.of("problems", damaged));
    assertEquals(Ran.of("list", list).out(), Ran.of("list", damaged).out());
    assertEquals(new Ran(0, "", "patchlane: no problems\n"), Ran.of("problems", list));
  }

  @Test
  void showTellsAContributionByTheIdOfAnyOfItsMails() {
    Ran whole = Ran.of("show", list, "mail:fix@example.org");

    assertEquals(
        new Ran(
            0,
            """
            fix it
            mail:fix@example.org
            open, mailing-list, opened 2024-03-04 09:00 by Ann <ann@example.org>

            v1, posted 2024-03-04 09:00
              1/1    fix it  (+1 -0)  <fix@example.org>

            v2, posted 2024-03-06 09:00  [by subject, 90 %: same author and title]
              1/1    fix it  (+1 -0)  <fix2@example.org>

            Timeline (UTC)
              2024-03-04 09:00  revision-posted    v1 1/1        Ann
              2024-03-04 15:00  commented          v1 1/1        Bob: a.c:2
              2024-03-06 09:00  revision-posted    v2 1/1        Ann
            """,
            ""),
        whole);
    for (String id : new String[] {"<fix2@example.org>", "re@example.org", "FIX@example.org"}) {
      assertEquals(whole, Ran.of("show", list, id));
    }
  }

  @Test
  void laterEventsDoNotExistAsOfADay() {
    assertEquals(
        """
        OPENED      STATE          REV PATCHES REPLIES  BY                    TITLE
        2024-03-04  open             1       1       1  Ann                   fix it
        """,
        Ran.of("list", list, "--as-of", "2024-03-05").out());
    assertEquals(
        """
        OPENED      STATE          REV PATCHES REPLIES  BY                    TITLE
        2024-03-04  open             1       1       0  Ann                   fix it
        """,
        Ran.of("list", list, "--as-of", "2024-03-04T12:00:00Z").out());
  }

  @Test
  void theWindowIsOfOpeningsAndTakesItsLastDayIn() {
    assertEquals(
        "mend",
        Ran.of("list", list, "--since", "2024-03-05", "--until", "2024-03-07", "--format", "csv")
            .out()
            .lines()
            .skip(1)
            .map(line -> line.substring("mail:".length(), line.indexOf('@')))
            .reduce("", String::concat));
  }

  @Test
  void aThresholdThatIsBrokenIsStatusOne() {
    Ran broken = Ran.of("latency", list, "--fail-if", "time-to-first-response.max > 5h");
    Ran kept = Ran.of("latency", list, "--fail-if", "iterations.max > 5");

    assertEquals(1, broken.status());
    assertTrue(broken.err().contains("time-to-first-response"), broken.err());
    assertEquals(Ran.of("latency", list).out(), broken.out());
    assertEquals(new Ran(0, broken.out(), ""), kept);
  }

  @Test
  void whatALatencyLeavesOutIsNamedOneALine() {
    Ran ran = Ran.of("latency", list, "--since", "2024-03-05", "--left-out");

    assertEquals(
        List.of(
            "{\"id\":\"mail:fix@example.org\",\"lane\":\"mailing-list\",\"title\":\"fix it\","
                + "\"metric\":null,\"reason\":\"opened outside the window\"}",
            "{\"id\":\"mail:carol@example.org\",\"lane\":\"mailing-list\",\"title\":\"start\","
                + "\"metric\":\"time-to-landing\",\"reason\":\"no repository was given, so that"
                + " landings are not known\"}"),
        ran.out()
            .lines()
            .filter(line -> line.contains(":null") || line.contains("carol"))
            .filter(line -> line.contains(":null") || line.contains("time-to-landing"))
            .toList());
    assertEquals("", ran.err());
    assertEquals(
        2, Ran.of("latency", list, "--left-out", "--fail-if", "iterations.max > 5").status());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"list", "show", "latency", "stalled", "landings", "problems", "completion"})
  void eachSubcommandsHelpHasAnExample(String subcommand) {
    Ran help = Ran.of(subcommand, "--help");

    assertEquals(0, help.status());
    assertEquals("", help.err());
    assertTrue(help.out().contains("Example"), help.out());
    assertTrue(help.out().contains("patchlane " + subcommand), help.out());
  }

  @Test
  void theVersionIsOneLine() {
    assertEquals(new Ran(0, "patchlane development build\n", ""), Ran.of("--version"));
  }

  @Test
  void withoutASubcommandItTellsWhichThereAre() {
    Ran bare = Ran.of();

    assertEquals(0, bare.status());
    assertTrue(bare.out().contains("latency"), bare.out());
  }

  @Test
  void theCompletionScriptKnowsTheSubcommands() {
    Ran script = Ran.of("completion");

    assertTrue(script.out().contains("stalled"), script.out());
    assertFalse(script.out().contains(folder.toString()));
  }
}
