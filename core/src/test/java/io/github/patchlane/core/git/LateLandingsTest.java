package io.github.patchlane.core.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Patches that lay for more than a year before somebody edited them and took them in. */
class LateLandingsTest {
  private static final Duration LONG = Duration.ofDays(450);
  private static final String START = "int lamp_set(int level)\n{\n  return level;\n}\n";
  private static final String POSTED =
      START
          + "int lamp_dim(struct lamp *lamp)\n{\n  if (lamp->level < LOWEST)\n"
          + "    return -ERANGE;\n  lamp->level -= lamp->step;\n  return 0;\n}\n";

  @TempDir private Path directory;
  private LandingStory story;

  @BeforeEach
  void aHistory() {
    story = new LandingStory(directory.resolve("r.git"));
    story.write("lamp.c", START).commit("start", Duration.ofDays(-30));
  }

  @AfterEach
  void close() {
    story.close();
  }

  @Test
  void isFoundUnderItsOwnTitleAndAuthor() {
    story.post("a@x", "lamp: let users dim it", "lamp.c", POSTED);
    String commit =
        story
            .write("lamp.c", POSTED.replace("-ERANGE", "-EINVAL"))
            .commit("lamp: let users dim it", LONG);
    assertEquals(List.of("a@x " + commit + " subject-author whole"), story.landings());
  }

  @Test
  void isNotFoundUnderATitleLikeIt() {
    story.post("a@x", "lamp: let users dim it", "lamp.c", POSTED);
    story.write("lamp.c", START + "int lamp_off;\n").commit("lamp: let users end it", LONG);
    assertEquals(List.of(), story.landings());
  }

  @Test
  void anotherChangeUnderAnOldTitleIsAnother() {
    story.post("a@x", "Update the table", "lamp.c", POSTED);
    story.write("table.c", "int rows[] = {4, 5, 6};\n").commit("Update the table", LONG);
    assertEquals(List.of(), story.landings());
  }
}
