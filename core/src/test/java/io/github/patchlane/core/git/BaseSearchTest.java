package io.github.patchlane.core.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.git.BaseFinding.Found;
import io.github.patchlane.core.source.PatchContent;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaseSearchTest {
  private static final Instant START = Instant.parse("2024-03-01T12:00:00Z");
  private static final String STRANGER = "1234567890123456789012345678901234567890";

  @TempDir private Path directory;
  private TestRepository history;

  @BeforeEach
  void open() {
    history = new TestRepository(directory.resolve("r.git").toFile());
  }

  @AfterEach
  void close() {
    history.close();
  }

  private static Instant day(int day) {
    return START.plus(Duration.ofDays(day));
  }

  private String commit(int day, String path, String content) {
    return history.write(path, content).commit("day " + day, day(day));
  }

  private static SeriesFootprint series(int day, PatchContent... patches) {
    return new SeriesFootprint(day(day), Arrays.stream(patches).map(PatchFootprint::of).toList());
  }

  private BaseFinding find(BaseQuestion question, BaseOptions options) {
    try (GitRepository repository = GitRepository.open(history.directory().getPath())) {
      return repository.findBase(question, options);
    }
  }

  private BaseFinding find(SeriesFootprint series) {
    return find(BaseQuestion.of(series), BaseOptions.DEFAULT);
  }

  private static Found found(
      String commit, BaseEvidence evidence, double confidence, String reason) {
    return new Found(new CommitId(commit), evidence, confidence, reason, List.of(), List.of());
  }

  private static Found blobs(String commit, String reason) {
    return found(commit, BaseEvidence.BLOBS, 0.98, reason);
  }

  @Test
  void takesTheNewestCommitUpToThePostingWhereTheFileIsTheOneInTheIndexLine() {
    commit(1, "a.c", "one\n");
    commit(2, "a.c", "two\n");
    String other = commit(3, "b.c", "other\n");
    commit(5, "c.c", "too late\n");

    assertEquals(
        blobs(other, "the one file is as the patches were made from"),
        find(series(4, TestDiff.patch("p@x", TestDiff.of("a.c", "two\n", "new\n")))));
  }

  @Test
  void anOldFileTellsAnOldCommit() {
    commit(1, "a.c", "one\n");
    String old = commit(2, "b.c", "other\n");
    commit(3, "a.c", "two\n");

    assertEquals(
        blobs(old, "the one file is as the patches were made from"),
        find(series(9, TestDiff.patch("p@x", TestDiff.of("a.c", "one\n", "new\n")))));
  }

  @Test
  void looksFurtherBackThanThreeMonthsOnlyWithinReach() {
    String old = commit(1, "a.c", "one\n");
    commit(2, "a.c", "two\n");
    SeriesFootprint late = series(300, TestDiff.patch("p@x", TestDiff.of("a.c", "one\n", "new\n")));

    assertEquals(blobs(old, "the one file is as the patches were made from"), find(late));
    assertEquals(
        new BaseFinding.Unknown("no commit from before the posting is within reach"),
        find(BaseQuestion.of(late), BaseOptions.DEFAULT.withReach(Duration.ofDays(200))));
  }

  @Test
  void laterPatchesBuildOnEarlierOnes() {
    commit(1, "a.c", "one\n");
    String base = commit(2, "b.c", "b\n");
    commit(3, "b.c", "c\n");

    assertEquals(
        blobs(base, "all 2 files are as the patches were made from"),
        find(
            series(
                4,
                TestDiff.patch("1@x", TestDiff.of("a.c", "one\n", "two\n")),
                TestDiff.patch(
                    "2@x",
                    TestDiff.of("a.c", "two\n", "three\n"),
                    TestDiff.of("b.c", "b\n", "new\n")))));
  }

  @Test
  void aNewFileIsNotThereYetAndARenamedOneIs() {
    commit(1, "old.c", "one\n");
    String base = commit(2, "other.c", "x\n");
    history.remove("old.c");
    commit(3, "new.c", "one\n");

    assertEquals(
        blobs(base, "the one file is as the patches were made from"),
        find(
            series(4, TestDiff.patch("p@x", TestDiff.rename("old.c", "new.c", "one\n", "two\n")))));
    assertEquals(
        found(
            base,
            BaseEvidence.DATE,
            0.5,
            "the patches do not say which files they were made from, so the newest commit before"
                + " the posting"),
        find(series(4, TestDiff.patch("p@x", TestDiff.of("new.c", "", "two\n")))));
  }

  @Test
  void swappedNamesWantBothFiles() {
    commit(1, "a.c", "a\n");
    String base = commit(2, "b.c", "b\n");
    commit(3, "a.c", "changed\n");

    assertEquals(
        blobs(base, "all 2 files are as the patches were made from"),
        find(
            series(
                4,
                TestDiff.patch(
                    "p@x",
                    TestDiff.rename("a.c", "b.c", "a\n", "a\n"),
                    TestDiff.rename("b.c", "a.c", "b\n", "b\n")))));
  }

  @Test
  void whereNoCommitHasAllTheNewestOneWithMostIsTaken() {
    commit(1, "a.c", "one\n");
    String base = commit(2, "b.c", "b\n");
    commit(3, "a.c", "two\n");

    assertEquals(
        new Found(
            new CommitId(base),
            BaseEvidence.BLOBS,
            0.53,
            "2 of 3 files are as the patches were made from; c.c: blob "
                + TestDiff.blob("gone\n").substring(0, 7)
                + " wanted, no file there",
            List.of(
                new BaseMismatch(
                    "c.c", "blob " + TestDiff.blob("gone\n").substring(0, 7), "no file")),
            List.of()),
        find(
            series(
                4,
                TestDiff.patch(
                    "p@x",
                    TestDiff.of("a.c", "one\n", "1\n"),
                    TestDiff.of("b.c", "b\n", "2\n"),
                    TestDiff.of("c.c", "gone\n", "3\n")))));
  }

  @Test
  void withoutIdsTheOldLinesTell() {
    String base = commit(1, "a.c", "one\ntwo\n");
    commit(2, "a.c", "zero\none\ntwo\n");

    assertEquals(
        blobs(base, "the one file is as the patches were made from"),
        find(series(4, TestDiff.patch("p@x", TestDiff.withoutIds("a.c", "one\ntwo\n", "1\n")))));
  }

  @Test
  void findsTheUnlandedSeriesThatASeriesStandsOn() {
    String base = commit(1, "a.c", "one\n");
    commit(2, "a.c", "other\n");
    SeriesFootprint below =
        series(
            3,
            TestDiff.patch("below1@x", TestDiff.of("a.c", "one\n", "two\n")),
            TestDiff.patch("below2@x", TestDiff.of("a.c", "two\n", "three\n")),
            TestDiff.patch("below3@x", TestDiff.of("b.c", "", "never used\n")));
    SeriesFootprint between =
        series(4, TestDiff.patch("between@x", TestDiff.of("a.c", "three\n", "four\n")));
    SeriesFootprint later =
        series(9, TestDiff.patch("later@x", TestDiff.of("a.c", "one\n", "four\n")));
    SeriesFootprint top =
        series(5, TestDiff.patch("top@x", TestDiff.of("a.c", "four\n", "five\n")));

    assertEquals(
        new Found(
            new CommitId(base),
            BaseEvidence.BLOBS,
            0.95,
            "the one file is as the patches were made from, behind 3 posted patches",
            List.of(),
            List.of(
                new MessageId("below1@x"), new MessageId("below2@x"), new MessageId("between@x"))),
        find(BaseQuestion.of(top), BaseOptions.DEFAULT.withPosted(List.of(below, between, later))));
  }

  @Test
  void whatTheSenderNamesGoesBeforeTheFiles() {
    String named = commit(1, "a.c", "one\n");
    commit(2, "b.c", "b\n");
    SeriesFootprint series = series(4, TestDiff.patch("p@x", TestDiff.of("a.c", "one\n", "new\n")));
    BaseQuestion question =
        BaseQuestion.of(series).withDeclared(Optional.of(new CommitId(named)), List.of());

    assertEquals(
        found(named, BaseEvidence.BASE_COMMIT, 0.99, "the sender names it"),
        find(question, BaseOptions.DEFAULT));
    assertEquals(
        find(series), find(question, BaseOptions.DEFAULT.withoutDeclared()), "the line is hidden");
  }

  @Test
  void aNamedCommitThatIsNotHereIsSaidToBeMissing() {
    String base = commit(1, "a.c", "one\n");

    assertEquals(
        blobs(
            base,
            "the commit that the sender names is not here; the one file is as the patches were"
                + " made from"),
        find(
            BaseQuestion.of(series(4, TestDiff.patch("p@x", TestDiff.of("a.c", "one\n", "2\n"))))
                .withDeclared(Optional.of(new CommitId(STRANGER)), List.of()),
            BaseOptions.DEFAULT));
  }

  @Test
  void namedPrerequisitesAreLookedUpByTheirPatchIds() {
    String named = commit(1, "a.c", "one\n");
    PatchFootprint below =
        PatchFootprint.of(TestDiff.patch("below@x", TestDiff.of("a.c", "one\n", "two\n")));
    SeriesFootprint posted = new SeriesFootprint(day(2), List.of(below));
    BaseQuestion question =
        BaseQuestion.of(series(4, TestDiff.patch("p@x", TestDiff.of("a.c", "two\n", "3\n"))))
            .withDeclared(Optional.of(new CommitId(named)), List.of(below.patchId().orElseThrow()));

    assertEquals(
        new Found(
            new CommitId(named),
            BaseEvidence.BASE_COMMIT,
            0.99,
            "the sender names it, behind 1 posted patch",
            List.of(),
            List.of(new MessageId("below@x"))),
        find(question, BaseOptions.DEFAULT.withPosted(List.of(posted))));
  }

  @Test
  void whatTheCallerGivesIsTakenAndChecked() {
    String given = commit(1, "a.c", "one\n");
    commit(2, "a.c", "two\n");
    SeriesFootprint series = series(4, TestDiff.patch("p@x", TestDiff.of("a.c", "two\n", "new\n")));

    assertEquals(
        new Found(
            new CommitId(given),
            BaseEvidence.GIVEN,
            1,
            "given; a.c: blob f719efd wanted, blob 5626abf there",
            List.of(new BaseMismatch("a.c", "blob f719efd", "blob 5626abf")),
            List.of()),
        find(BaseQuestion.of(series).withGiven(new CommitId(given)), BaseOptions.DEFAULT));
    assertEquals(
        new BaseFinding.Unknown("the commit " + STRANGER + " is not here"),
        find(BaseQuestion.of(series).withGiven(new CommitId(STRANGER)), BaseOptions.DEFAULT));
  }

  @Test
  void patchesForAnotherRepositorySaySo() {
    String newest = commit(1, "a.c", "one\n");

    Found found =
        (Found) find(series(4, TestDiff.patch("p@x", TestDiff.of("mm/x.c", "one\n", "2\n"))));

    assertEquals(newest, found.commit().value());
    assertEquals(BaseEvidence.DATE, found.evidence());
    assertEquals(0.01, found.confidence());
    assertEquals(
        "none of the files is here, as if meant for another repository, so the newest commit"
            + " before the posting; mm/x.c: blob 5626abf wanted, no file there",
        found.reason());
  }

  @Test
  void hostilePathsAreMerelyNotThere() {
    commit(1, "a.c", "one\n");

    Found found =
        (Found)
            find(
                series(
                    4,
                    TestDiff.patch("p@x", TestDiff.of("../../.git/config", "one\n", "2\n")),
                    TestDiff.patch("q@x", TestDiff.of("/etc/x/", "one\n", "2\n"))));

    assertEquals(2, found.mismatches().size());
  }

  @Test
  void otherBranchesAreLookedAtWhereNamed() {
    commit(1, "a.c", "one\n");
    history.startBranch("next");
    String next = commit(2, "a.c", "two\n");
    BaseQuestion question =
        BaseQuestion.of(series(4, TestDiff.patch("p@x", TestDiff.of("a.c", "two\n", "3\n"))));

    assertEquals(
        blobs(next, "the one file is as the patches were made from"),
        find(question, BaseOptions.DEFAULT.withBranches(List.of("next"))));
    assertThrows(
        UnreadableRepositoryException.class,
        () -> find(question, BaseOptions.DEFAULT.withBranches(List.of("nowhere"))));
  }

  /** One walk finds for every series what looking at each commit in turn finds. */
  @Test
  void agreesWithLookingAtEveryCommit() {
    Random random = new Random(20240301);
    List<Map<String, String>> states = new ArrayList<>();
    List<String> commits = new ArrayList<>();
    Map<String, String> now = new HashMap<>();
    for (int day = 0; day < 120; day++) {
      String path = "f" + random.nextInt(6);
      String content = random.nextInt(8) == 0 ? "" : "content " + random.nextInt(4) + "\n";
      if (content.isEmpty()) {
        now.remove(path);
        history.remove(path);
      } else {
        now.put(path, content);
        history.write(path, content);
      }
      commits.add(history.commit("c" + day, day(day)));
      states.add(new HashMap<>(now));
    }
    List<BaseQuestion> questions = new ArrayList<>();
    List<Map<String, String>> wanted = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      Map<String, String> files = new HashMap<>();
      List<String> diffs = new ArrayList<>();
      for (int f = 0; f < 6; f++) {
        if (random.nextInt(2) == 0) {
          String before = random.nextInt(5) == 0 ? "" : "content " + random.nextInt(5) + "\n";
          files.put("f" + f, before);
          diffs.add(TestDiff.of("f" + f, before, "new " + i + "\n"));
        }
      }
      wanted.add(files);
      PatchContent patch = TestDiff.patch("p" + i + "@x", diffs.toArray(String[]::new));
      questions.add(BaseQuestion.of(series(random.nextInt(130), patch)));
    }
    List<String> expected =
        IntStream.range(0, questions.size())
            .mapToObj(
                i -> commits.get(best(states, wanted.get(i), questions.get(i).series().postedAt())))
            .toList();

    try (GitRepository repository = GitRepository.open(history.directory().getPath())) {
      List<String> found =
          repository.findBases(questions, BaseOptions.DEFAULT).stream()
              .map(finding -> ((Found) finding).commit().value())
              .toList();
      assertEquals(expected, found);
    }
  }

  private static int best(
      List<Map<String, String>> states, Map<String, String> wanted, Instant postedAt) {
    int best = -1;
    long most = -1;
    for (int day = 0; day < states.size() && !day(day).isAfter(postedAt); day++) {
      Map<String, String> state = states.get(day);
      long fit =
          wanted.entrySet().stream()
              .filter(e -> state.getOrDefault(e.getKey(), "").equals(e.getValue()))
              .count();
      if (fit >= most) {
        most = fit;
        best = day;
      }
    }
    return best;
  }
}
