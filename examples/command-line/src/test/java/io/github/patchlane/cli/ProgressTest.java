package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class ProgressTest {
  @Test
  void aBarGrowsWithWhatIsDone() {
    assertEquals(
        "rehearsing [------------------------] 0 of 50", Progress.bar("rehearsing", 0, 50));
    assertEquals(
        "rehearsing [######------------------] 13 of 50", Progress.bar("rehearsing", 13, 50));
    assertEquals(
        "rehearsing [########################] 50 of 50", Progress.bar("rehearsing", 50, 50));
    assertEquals("rehearsing [########################] 0 of 0", Progress.bar("rehearsing", 0, 0));
  }

  @Test
  void nothingIsDrawnWhereNobodyWatches() {
    StringWriter written = new StringWriter();
    Progress progress = new Progress(new PrintWriter(written));
    progress.say(Progress.bar("rehearsing", 1, 2));
    progress.done();
    assertEquals("", written.toString());
  }
}
