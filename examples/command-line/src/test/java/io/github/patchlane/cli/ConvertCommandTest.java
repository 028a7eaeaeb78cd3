package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.patchlane.gitlab.standin.AccessLevel;
import io.github.patchlane.gitlab.standin.StandInProject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConvertCommandTest {
  private static final String ONE = ConvertFixture.FIRST;

  @TempDir Path folder;
  private ConvertFixture fixture;

  @BeforeEach
  void begin() throws Exception {
    fixture = new ConvertFixture(folder);
  }

  @AfterEach
  void end() {
    fixture.close();
  }

  /** The lines of a run behind its plan, without the word for what became of each. */
  private static List<String> steps(Ran ran, String outcome) {
    return ran.out()
        .lines()
        .filter(line -> line.startsWith("  " + outcome + "  "))
        .map(line -> "  " + line.substring(outcome.length() + 4))
        .toList();
  }

  private static List<String> planned(Ran dry) {
    return dry.out().lines().filter(l -> l.startsWith("  ") && !l.startsWith("  !")).toList();
  }

  @Test
  void aDryRunPrintsExactlyWhatIsThenDone() {
    Ran dry = fixture.convertWith(Map.of(), ONE, "--to", fixture.target(), "--dry-run");
    assertEquals(0, dry.status(), dry.err());
    assertEquals("", dry.err());
    assertEquals(0, fixture.gitlab.apiRequests());

    Ran real = fixture.convert(ONE, "--to", fixture.target());
    assertEquals(0, real.status(), real.err());
    assertTrue(real.out().startsWith(dry.out()), real.out());
    assertEquals(planned(dry), steps(real, "performed"));
    assertEquals("patchlane: " + planned(dry).size() + " steps done\n", real.err());
    String state = fixture.gitlab.state();
    assertTrue(state.contains("title count on"), state);
    assertTrue(state.contains("In English, please."), state);
  }

  @Test
  void jsonLinesTellThePlanAndThenEachOutcome() throws IOException {
    Ran ran = fixture.convert(ONE, "--to", fixture.target(), "--format", "jsonl");
    assertEquals(0, ran.status(), ran.err());
    List<JsonNode> lines = new ArrayList<>();
    for (String line : ran.out().lines().toList()) {
      lines.add(new ObjectMapper().readTree(line));
    }
    int steps = lines.get(0).path("steps").asInt();
    assertEquals("patchlane.plan/1", lines.get(0).path("schema").asText());
    assertEquals(1 + 2 * steps, lines.size());
    assertEquals(
        lines.subList(1, 1 + steps).stream().map(l -> l.path("step").asText()).toList(),
        lines.subList(1 + steps, lines.size()).stream().map(l -> l.path("step").asText()).toList());
    assertTrue(
        lines.subList(1 + steps, lines.size()).stream()
            .allMatch(l -> l.path("outcome").asText().equals("performed")));
  }

  @Test
  void aSecondRunDoesNothingAndSaysSo() {
    fixture.convert("--all", "--to", fixture.target());
    String state = fixture.gitlab.state();
    Ran again = fixture.convert("--all", "--to", fixture.target());
    assertEquals(0, again.status(), again.err());
    assertEquals(List.of(), steps(again, "performed"));
    assertEquals(
        "patchlane: nothing left to do: " + steps(again, "found").size() + " steps done before\n",
        again.err());
    assertEquals(state, fixture.gitlab.state());
  }

  @Test
  void aJournalKnowsWhatIsDoneWithoutAsking() {
    Path journal = folder.resolve("journal");
    Ran first = fixture.convert(ONE, "--to", fixture.target(), "--journal", journal);
    assertEquals(0, first.status(), first.err());
    fixture.gitlab.resetRequests();
    Ran again = fixture.convert(ONE, "--to", fixture.target(), "--journal", journal);
    assertEquals(steps(first, "performed"), steps(again, "recorded"));
    assertEquals(Map.of("project", 1), fixture.gitlab.requests());
  }

  @Test
  void aRunThatGotStuckGoesOnFromItsJournal() {
    Path journal = folder.resolve("journal");
    fixture.gitlab.commentLimit(1);
    Ran stuck = fixture.convert(ONE, "--to", fixture.target(), "--journal", journal);
    assertEquals(1, stuck.status(), stuck.out());
    assertFalse(steps(stuck, "failed").isEmpty());
    assertTrue(stuck.err().endsWith(" not done: run again to go on\n"), stuck.err());

    fixture.gitlab.commentLimit(5_000);
    Ran resumed = fixture.convert(ONE, "--to", fixture.target(), "--journal", journal);
    assertEquals(0, resumed.status(), resumed.out());
    assertEquals(steps(stuck, "performed"), steps(resumed, "recorded"));
    assertEquals(
        planned(fixture.convert(ONE, "--to", fixture.target(), "--dry-run")).size(),
        steps(resumed, "recorded").size() + steps(resumed, "performed").size());
  }

  @Test
  void theJournalOfAnotherConversionSaysNothingOfThisOne() {
    Path journal = folder.resolve("journal");
    fixture.convert(ONE, "--to", fixture.target(), "--journal", journal);
    Ran other =
        fixture.convert(ConvertFixture.SECOND, "--to", fixture.target(), "--journal", journal);
    assertEquals(0, other.status(), other.err());
    assertEquals(List.of(), steps(other, "recorded"));
    assertFalse(steps(other, "performed").isEmpty());
    assertTrue(fixture.gitlab.state().contains("title say more"));
  }

  @Test
  void aFileThatIsNoJournalIsLeftAlone() throws IOException {
    Path journal = Fixture.write(folder, "notes.txt", "Milk\nEggs\n");
    Ran ran = fixture.convert(ONE, "--to", fixture.target(), "--journal", journal);
    assertEquals(2, ran.status(), ran.out());
    assertTrue(ran.err().contains("notes.txt"), ran.err());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertEquals("Milk\nEggs\n", Files.readString(journal));
  }

  @Test
  void branchesMayGoToAFork() throws IOException {
    StandInProject fork =
        fixture
            .gitlab
            .fork(fixture.project, "bridge/copy", folder.resolve("fork.git"))
            .member(fixture.bot, AccessLevel.OWNER);
    fixture.project.member(fixture.bot, AccessLevel.REPORTER);
    Ran ran = fixture.convert(ONE, "--to", fixture.target(), "--fork", fork.webUrl());
    assertEquals(0, ran.status(), ran.out());
    assertTrue(ran.out().contains("bridge/copy:patchlane/"), ran.out());
    assertTrue(fixture.gitlab.state().contains("merge request bridge/copy:patchlane/"));
  }

  @Test
  void anMboxIsWrittenOnce() throws IOException {
    Path mbox = folder.resolve("out.mbox");
    Ran dry = fixture.convert(ONE, "--to", "mbox:" + mbox, "--dry-run");
    assertEquals(0, dry.status(), dry.err());
    assertFalse(Files.exists(mbox));
    Ran real = fixture.convert(ONE, "--to", "mbox:" + mbox);
    assertEquals(planned(dry), steps(real, "performed"));
    String written = Files.readString(mbox);
    assertTrue(written.contains("\nSubject: [PATCH v2] count on\n"), written);
    assertTrue(written.contains("\n+both\n"), written);

    Ran again = fixture.convert(ONE, "--to", "mbox:" + mbox);
    assertEquals(planned(dry), steps(again, "found"));
    assertEquals(written, Files.readString(mbox));
  }

  @Test
  void aMaildirHasOneFileForEachMail() throws IOException {
    Path maildir = folder.resolve("out");
    Ran real = fixture.convert(ONE, "--to", "maildir:" + maildir);
    assertEquals(0, real.status(), real.err());
    try (Stream<Path> files = Files.list(maildir.resolve("new"))) {
      assertEquals(steps(real, "performed").size(), files.count());
    }
  }

  @Test
  void aMergeRequestGoesBackToMailAsASeries() throws IOException {
    fixture.convert(ONE, "--to", fixture.target());
    Path mbox = folder.resolve("back.mbox");
    Ran ran =
        Ran.with(
            Map.of("GITLAB_TOKEN", fixture.bot.token()),
            "convert",
            fixture.target(),
            "mr:1",
            "--repo",
            fixture.repository,
            "--to",
            "mbox:" + mbox);
    assertEquals(0, ran.status(), ran.err());
    String written = Files.readString(mbox);
    assertTrue(written.contains("\nFrom: Ann <ann@example.org>"), written);
    assertTrue(written.contains("\n+both\n"), written);
  }

  @Test
  void itsPatchesAreCountedOnceGitWasAskedForThem() {
    fixture.convert(ONE, "--to", fixture.target());
    String head =
        "OPENED      STATE          REV PATCHES REPLIES  BY                    TITLE\n"
            + "2030-01-01  open             2       ";
    String tail = "       0  Ann                   count on\n";
    Map<String, String> token = Map.of("GITLAB_TOKEN", fixture.bot.token());
    assertEquals(head + "-" + tail, Ran.with(token, "list", fixture.target()).out());
    assertEquals(
        head + "1" + tail,
        Ran.with(token, "list", fixture.target(), "--repo", fixture.repository).out());
  }

  // ---- what goes wrong

  private void isTold(Ran ran, String expected) {
    assertEquals(2, ran.status(), ran.out());
    assertEquals("", ran.out());
    assertTrue(ran.err().contains(expected), ran.err());
    assertEquals(1, ran.err().lines().count(), ran.err());
    assertFalse(ran.err().contains(fixture.bot.token()), ran.err());
  }

  @Test
  void anUnknownContributionIsNamed() {
    isTold(
        fixture.convert("nobody@example.org", "--to", fixture.target()),
        "holds no contribution with \"nobody@example.org\"; `patchlane list ");
  }

  @Test
  void aMissingTokenIsToldBeforeAnythingIsRead() {
    Ran ran =
        Ran.with(
            Map.of(),
            "convert",
            folder.resolve("no-such-list"),
            ONE,
            "--repo",
            fixture.repository,
            "--to",
            fixture.target());
    isTold(ran, "GITLAB_TOKEN is not set: make a token with the scopes api and write_repository");
  }

  @Test
  void aTokenThatIsNoneIsNotRepeated() {
    Ran ran =
        fixture.convertWith(Map.of("GITLAB_TOKEN", "two words"), ONE, "--to", fixture.target());
    isTold(ran, "GITLAB_TOKEN: an access token is one word");
    assertFalse(ran.err().contains("two words"), ran.err());
  }

  @Test
  void aTokenThatIsNotAcceptedIsTold() {
    isTold(
        fixture.convertWith(Map.of("GITLAB_TOKEN", "glpat-x"), ONE, "--to", fixture.target()),
        "the server does not accept the token (401)");
  }

  @Test
  void aServerThatIsNotThereIsTold() {
    isTold(
        fixture.convert(ONE, "--to", "gitlab:http://localhost:1/group/project"),
        "nobody answers at http://localhost:1");
  }

  @Test
  void aProjectThatIsNotThereIsTold() {
    isTold(
        fixture.convert(ONE, "--to", "gitlab:" + fixture.gitlab.url() + "/group/none"),
        "no such project");
  }

  @Test
  void whoMayNotPushIsToldAndNothingIsLeftBehind() {
    fixture.project.member(fixture.bot, AccessLevel.REPORTER);
    Ran ran = fixture.convert(ONE, "--to", fixture.target());
    assertEquals(2, ran.status(), ran.out());
    assertTrue(ran.err().contains("does not let the token push"), ran.err());
    assertFalse(fixture.gitlab.state().contains("merge request "));

    fixture.project.member(fixture.bot, AccessLevel.DEVELOPER);
    assertEquals(0, fixture.convert(ONE, "--to", fixture.target()).status());
  }

  @Test
  void aForkElsewhereIsNone() {
    isTold(
        fixture.convert(
            ONE, "--to", fixture.target(), "--fork", "https://other.example.org/bridge/copy"),
        "a fork lies on the server of its project");
    isTold(
        fixture.convert(ONE, "--to", "mbox:x", "--fork", "https://other.example.org/bridge/copy"),
        "only a GitLab project has forks");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gitlab:nowhere", "gitlab:https://host", "ftp:x", "xen.git"})
  void whatIsNoTargetIsTold(String target) {
    Ran ran = fixture.convert(ONE, "--to", target);
    isTold(ran, "--to " + target + ": no ");
  }

  @Test
  void whatIsCarriedMustBeSaidOnce() {
    isTold(fixture.convert("--to", "mbox:x"), "name contributions by ID, or give --all");
    isTold(fixture.convert(ONE, "--all", "--to", "mbox:x"), "by ID, or give --all");
    isTold(Ran.with(Map.of(), "convert", fixture.list, ONE, "--to", "mbox:x"), "give --repo DIR");
  }
}
