package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
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
}
