package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrialCommandTest {
  @TempDir static Path folder;
  private static Ran first;
  private static String page;

  @BeforeAll
  static void runTheSample() throws IOException {
    first = Ran.of("trial", "--html", folder.resolve("page.html"), "--sample", folder.resolve("s"));
    page = Files.readString(folder.resolve("page.html"));
  }

  @Test
  void withNoSourceBothLanesOfTheSampleAreComparedAndNothingIsClaimedThatTheyDoNotCarry() {
    assertEquals(0, first.status(), first.err());
    assertTrue(first.out().startsWith("Patch review trial\n"), first.out());
    assertTrue(first.out().contains("\nmailing-list\nmerge-request\n"), first.out());
    assertTrue(first.out().contains("annot tell yet"), first.out());
    assertTrue(page.contains("mailing-list, merge-request"));
  }

  @Test
  void theSampleThatWasKeptCanBeReadLikeAnybodysSources() throws IOException {
    Path again = folder.resolve("again.html");
    Ran ran =
        Ran.of(
            "trial",
            folder.resolve("s/list.git"),
            "gitlab-export:" + folder.resolve("s/project-export.tar.gz"),
            "--repo",
            folder.resolve("s/project.git"),
            "--html",
            again);

    assertEquals(0, ran.status(), ran.err());
    assertTrue(ran.out().startsWith(first.out().substring(0, 600)), ran.out());
  }

  @Test
  void theSameSourcesAsOfTheSameInstantGiveTheSameBytes() throws IOException {
    List<String> texts = new ArrayList<>();
    List<byte[]> pages = new ArrayList<>();
    List<String> documents = new ArrayList<>();
    Path html = folder.resolve("same.html");
    for (int i = 0; i < 2; i++) {
      texts.add(Ran.of(sample("trial", "--rehearse", "12", "--html", html)).out());
      pages.add(Files.readAllBytes(html));
      documents.add(Ran.of(sample("compare", "--format", "json")).out());
    }

    assertTrue(texts.get(0).contains("Of the newest 12 contributions"), texts.get(0));
    assertEquals(texts.get(0), texts.get(1));
    assertArrayEquals(pages.get(0), pages.get(1));
    assertTrue(documents.get(0).contains("patchlane.comparison/1"), documents.get(0));
    assertEquals(documents.get(0), documents.get(1));
  }

  @Test
  void theSamplesMaintainersAreATierOfTheirOwnOnBothLanes() {
    Document report = Jsoup.parse(page);

    assertTrue(report.select("#curves").text().contains("merge-request: such, by a maintainer"));
    assertTrue(report.select("#comparison").text().contains("time-to-maintainer-review"));
    assertTrue(report.select("#stalled .suggested").text().contains("could review: Ingrid"));
  }

  /** On what the first run kept, a month before its end. */
  private static Object[] sample(String command, Object... more) {
    return Stream.concat(
            Stream.of(
                command,
                folder.resolve("s/list.git"),
                "gitlab-export:" + folder.resolve("s/project-export.tar.gz"),
                "--repo",
                folder.resolve("s/project.git"),
                "--as-of",
                "2025-10-01T00:00:00Z"),
            Stream.of(more))
        .toArray();
  }

  @Test
  void theListIsRehearsedAndOneMergeRequestShown() {
    String words = first.out().replaceAll("\\s+", " ");
    Element preview = Jsoup.parse(page).expectFirst("#rehearsal .preview");

    assertTrue(
        words.contains(
            "46 would arrive whole, 0 with some revisions as text only, and 4 not at all. 79 older"
                + " ones were not tried; --rehearse takes more."),
        words);
    assertTrue(words.contains("No version of the branch: it holds no change (4):"), words);
    assertTrue(preview.select("ul").size() >= 2, "versions");
    assertTrue(preview.select(".code").size() >= 2, "threads on lines");
    assertTrue(preview.select(".said > .where").eachText().contains("approval"));
  }

  @Test
  void fewerAreRehearsedOrNone() {
    Path few = folder.resolve("few.html");
    Object[] sources = {
      folder.resolve("s/list.git"), "--repo", folder.resolve("s/project.git"), "--html", few
    };

    Ran three = Ran.of(with(sources, "--rehearse", "3"));
    Ran none = Ran.of(with(sources, "--no-rehearsal"));
    Ran wrong = Ran.of(with(sources, "--rehearse", "-1"));

    assertTrue(three.out().contains("Of the newest 3 contributions"), three.out());
    assertEquals(-1, none.out().indexOf("Rehearsal"));
    assertEquals(2, wrong.status());
    assertTrue(wrong.err().contains("--rehearse -1"), wrong.err());
  }

  private static Object[] with(Object[] sources, String... more) {
    return Stream.of(Stream.of("trial"), Stream.of(sources), Stream.of(more))
        .flatMap(part -> part)
        .toArray();
  }
}
