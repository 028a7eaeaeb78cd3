package io.github.patchlane.core.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Evidence;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Patch;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.diff.NetChange;
import io.github.patchlane.core.diff.UnifiedDiff;
import io.github.patchlane.core.git.landing.LandedPatch;
import io.github.patchlane.core.git.landing.LandingCandidate;
import io.github.patchlane.core.git.landing.LandingMention;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.git.landing.Landings;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LandingsTest {
  private static final Instant POSTED = Instant.parse("2024-05-01T12:00:00Z");
  private static final Instant LANDED = Instant.parse("2024-05-03T12:00:00Z");
  private static final LandingOptions OPTIONS =
      LandingOptions.asOf(Instant.parse("2024-12-31T00:00:00Z"));
  private static final Person ADA = new Person(TestRepository.AUTHOR, TestRepository.EMAIL);

  @TempDir private Path directory;
  private TestRepository made;

  private record Found(String patch, String commit, String evidence) {}

  @BeforeEach
  void aFileOfTenLines() {
    made = new TestRepository(directory.resolve("r.git").toFile());
    made.write("f", "0\n1\n2\n3\n4\n5\n6\n7\n8\n9\n").commit("start", POSTED.minusSeconds(9999));
  }

  @AfterEach
  void close() {
    made.close();
  }

  private static LandingCandidate patch(
      String series, int revision, Instant at, int index, String id, String subject, String diff) {
    UnifiedDiff parsed = UnifiedDiff.parse(diff.getBytes(StandardCharsets.UTF_8));
    return new LandingCandidate(
        new ContributionId("mail:" + series),
        revision,
        at,
        new Patch(
            index,
            OptionalInt.empty(),
            new MessageId(id),
            subject,
            ADA,
            parsed.patchId(),
            NetChange.of(parsed),
            parsed.stat()));
  }

  private static LandingCandidate patch(String id, String subject, String diff) {
    return patch(id, 1, POSTED, 1, id, subject, diff);
  }

  /** Line n of the file, replaced. */
  private static String replaces(int line, String text) {
    return "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -%d +%d @@\n-%d\n+%s\n"
        .formatted(line + 1, line + 1, line, text);
  }

  private String lands(int line, String text, String message) {
    return lands(line, text, message, LANDED);
  }

  private String lands(int line, String text, String message, Instant at) {
    String before = made.text("f");
    return made.write("f", before.replace("\n" + line + "\n", "\n" + text + "\n"))
        .commit(message, at);
  }

  private List<Found> search(LandingOptions options, LandingCandidate... candidates) {
    return search(options, Map.of(), List.of(candidates));
  }

  private List<Found> search(
      LandingOptions options,
      Map<SourceId, LandingMention> mentions,
      List<LandingCandidate> candidates) {
    try (GitRepository repository = GitRepository.open(made.directory().getPath())) {
      return repository.landings(candidates, mentions, options).patches().stream()
          .map(LandedPatch::landing)
          .map(l -> new Found(l.patch().value(), l.commit().value(), l.evidence().kind().label()))
          .toList();
    }
  }

  @Test
  void theSameChangeIsFoundUnderAnotherTitleByAnotherAuthor() {
    String context = " 2\n 3\n-4\n+four\n+lines\n+of\n+its\n+own\n 5\n";
    LandingCandidate posted =
        patch("a@x", "title", "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -3,4 +3,8 @@\n" + context);
    made.write("f", made.text("f").replace("4\n", "four\nlines\nof\nits\nown\n"));
    String commit = made.commit("something else", LANDED, "Someone", "s@example.org");
    assertEquals(List.of(new Found("a@x", commit, "patch-id")), search(OPTIONS, posted));
  }

  @Test
  void aTrailerBeatsAnEqualPatchAndIgnoringTrailersUndoesIt() {
    LandingCandidate old = patch("s", 1, POSTED, 1, "v1@x", "title", replaces(4, "four"));
    LandingCandidate later =
        patch("s", 2, POSTED.plusSeconds(60), 1, "v2@x", "title", replaces(4, "four"));
    String commit = lands(4, "four", "title\n\nLink: https://lore.kernel.org/r/v1@x\n");
    assertEquals(List.of(new Found("v1@x", commit, "link")), search(OPTIONS, old, later));
    assertEquals(
        List.of(new Found("v2@x", commit, "patch-id")),
        search(OPTIONS.withoutTrailers(), old, later));
  }

  @Test
  void ofEqualPostingsTheNewestBeforeTheCommitLands() {
    List<LandingCandidate> postings = new ArrayList<>();
    for (int v = 1; v <= 3; v++) {
      Instant at = v == 3 ? LANDED.plus(Duration.ofDays(2)) : POSTED.plusSeconds(v);
      postings.add(patch("s", v, at, 1, "v" + v + "@x", "title", replaces(4, "four")));
    }
    String commit = lands(4, "four", "title");
    List<Found> expected = List.of(new Found("v2@x", commit, "patch-id"));
    assertEquals(expected, search(OPTIONS, Map.of(), postings));
    Collections.reverse(postings);
    assertEquals(expected, search(OPTIONS, Map.of(), postings));
  }

  @Test
  void aTrailerThatNamesTheCoverMeansThePatchOfThatTitle() {
    LandingCandidate one = patch("s", 1, POSTED, 1, "p1@x", "first", replaces(4, "draft"));
    LandingCandidate two = patch("s", 1, POSTED, 2, "p2@x", "second", replaces(6, "draft"));
    Map<SourceId, LandingMention> cover =
        Map.of(
            new MessageId("cover@x"),
            new LandingMention(new ContributionId("mail:s"), OptionalInt.of(1)));
    String link = "\n\nLink: https://lore.kernel.org/all/cover@x/\n";
    String second = lands(6, "edited", "second" + link);
    String first = lands(4, "edited", "first" + link, LANDED.plusSeconds(1));
    lands(8, "edited", "a third" + link, LANDED.plusSeconds(2));
    assertEquals(
        List.of(new Found("p2@x", second, "link"), new Found("p1@x", first, "link")),
        search(OPTIONS, cover, List.of(one, two)));
  }

  @Test
  void anEditedPatchIsFoundByTitleAndAuthorAmongTheSameFiles() {
    LandingCandidate posted = patch("a@x", "f: Make it  right.", replaces(4, "draft"));
    LandingCandidate elsewhere =
        patch(
            "b@x",
            "other",
            replaces(4, "draft")
                .replace("a/f b/f", "a/g b/g")
                .replace("a/f", "a/g")
                .replace("b/f", "b/g"));
    String commit = lands(4, "final", "f: make it right");
    lands(5, "final", "other", LANDED.plusSeconds(1));
    made.write("f", made.text("f") + "more\n")
        .commit("f: make it right", LANDED.plusSeconds(2), "Someone", "s@example.org");
    assertEquals(
        List.of(new Found("a@x", commit, "subject-author")), search(OPTIONS, posted, elsewhere));
  }

  @Test
  void aPatchOfEditedTitleAndTextIsFoundByAuthorFilesAndMostWords() {
    LandingCandidate posted =
        patch("a@x", "io: check the frobnicator errno", replaces(4, "four and more"));
    String commit = lands(4, "four", "io/safe: check the frobnicator errno\n");

    assertEquals(
        List.of(new Found("a@x", commit, "similarity")),
        search(LandingOptions.asOf(LANDED), posted));
  }

  @Test
  void aTitleThatNumbersItsSubjectDifferentlyIsASiblingNotTheSamePatch() {
    lands(4, "four", "io: add the test frob06\n");

    assertEquals(
        List.of(),
        search(
            LandingOptions.asOf(LANDED),
            patch("a@x", "io: add the test frob05", replaces(4, "four and more"))));
  }

  @Test
  void aCommitThatNamesSeveralPatchesOfOneRoundStandsForEach() {
    LandingCandidate first = patch("s", 1, POSTED, 1, "a@x", "f: one", replaces(4, "four"));
    LandingCandidate second = patch("s", 1, POSTED, 2, "b@x", "f: two", replaces(8, "eight"));
    LandingCandidate next = patch("s", 2, POSTED, 2, "c@x", "f: three", replaces(9, "nine"));
    String commit =
        lands(
            4,
            "four and eight",
            """
            f: one

            Link: https://lore.example.org/a@x
            Link: https://lore.example.org/b@x
            Link: https://lore.example.org/c@x
            """);

    assertEquals(
        List.of(new Found("a@x", commit, "link"), new Found("b@x", commit, "link")),
        search(LandingOptions.asOf(LANDED), first, second, next).stream()
            .sorted(Comparator.comparing(Found::patch))
            .toList());
  }

  @Test
  void aPersonsWordBeatsEverything() {
    LandingCandidate posted = patch("a@x", "title", replaces(4, "four"));
    String equal = lands(4, "four", "title\n\nMessage-ID: <a@x>");
    String said = lands(5, "five", "other", LANDED.plusSeconds(1));
    SourceId id = new MessageId("a@x");
    assertEquals(
        List.of(new Found("a@x", said, "correction")),
        search(OPTIONS.withCorrections(Map.of(id, new CommitId(said)), Set.of()), posted));
    assertEquals(List.of(), search(OPTIONS.withCorrections(Map.of(), Set.of(id)), posted));
    assertEquals(List.of(new Found("a@x", equal, "link")), search(OPTIONS, posted));
  }

  @Test
  void aCorrectionInVainIsReported() {
    lands(4, "four", "title");
    Set<SourceId> unknown = Set.of(new MessageId("gone@x"), new MessageId("a@x"));
    LandingCandidate posted = patch("a@x", "quite another", replaces(7, "seven"));
    try (GitRepository repository = GitRepository.open(made.directory().getPath())) {
      CommitId missing = new CommitId("0123456789".repeat(4));
      Landings found =
          repository.landings(
              List.of(posted),
              Map.of(),
              OPTIONS.withCorrections(
                  Map.of(new MessageId("gone@x"), missing, new MessageId("a@x"), missing),
                  Set.of()));
      assertEquals(new Landings(List.of(), 2, unknown), found);
    }
  }

  @Test
  void movedLinesAreFoundByPatchIdAlone() {
    String moved =
        "diff --git a/f b/f\n--- a/f\n+++ b/f\n@@ -1,5 +1,5 @@\n 0\n-1\n 2\n+1\n 3\n 4\n 5\n";
    moved = moved.replace("-1,5 +1,5", "-1,6 +1,6");
    made.write("f", "0\n2\n1\n3\n4\n5\n6\n7\n8\n9\n");
    String commit = made.commit("unlike", LANDED, "Someone", "s@example.org");
    assertEquals(
        List.of(new Found("a@x", commit, "patch-id")),
        search(OPTIONS, patch("a@x", "title", moved)));
  }

  @Test
  void theEdgeOfAShallowCloneIsNotTakenForAChangeOfEverything() throws Exception {
    made.close();
    made = new TestRepository(directory.resolve("shallow.git").toFile());
    String edge = made.write("f", "0\n1\n").commit("edge", LANDED);
    Files.writeString(made.directory().toPath().resolve("shallow"), edge + "\n");
    String everything =
        "diff --git a/f b/f\nnew file mode 100644\n--- /dev/null\n+++ b/f\n@@ -0,0 +1,2 @@\n+0\n+1\n";
    assertEquals(List.of(), search(OPTIONS, patch("a@x", "title", everything)));
    assertEquals(
        List.of(new Found("a@x", edge, Evidence.Kind.SUBJECT_AUTHOR.label())),
        search(OPTIONS, patch("a@x", "edge", everything)));
  }

  @Test
  void commitsAfterTheEndOfObservationDoNotCount() {
    LandingCandidate posted = patch("a@x", "title", replaces(4, "four"));
    lands(4, "four", "title");
    assertEquals(List.of(), search(LandingOptions.asOf(LANDED.minusSeconds(1)), posted));
  }

  @Test
  void aRenameMatchesWithAndWithoutBeingToldAsOne() {
    String renamed =
        """
        diff --git a/f b/g
        similarity index 90%
        rename from f
        rename to g
        --- a/f
        +++ b/g
        @@ -5 +5 @@
        -4
        +four
        """;
    String content = made.text("f").replace("4\n", "four\n");
    StringBuilder whole =
        new StringBuilder("diff --git a/f b/f\ndeleted file mode 100644\n--- a/f\n+++ /dev/null\n")
            .append("@@ -1,10 +0,0 @@\n");
    made.text("f").lines().forEach(line -> whole.append('-').append(line).append('\n'));
    whole.append("diff --git a/g b/g\nnew file mode 100644\n--- /dev/null\n+++ b/g\n");
    whole.append("@@ -0,0 +1,10 @@\n");
    content.lines().forEach(line -> whole.append('+').append(line).append('\n'));
    String commit = made.remove("f").write("g", content).commit("title", LANDED);
    for (String diff : List.of(renamed, whole.toString())) {
      assertEquals(
          List.of(new Found("a@x", commit, "patch-id")),
          search(OPTIONS, patch("a@x", "title", diff)),
          diff);
    }
  }
}
