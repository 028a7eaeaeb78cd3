package io.github.patchlane.core.diff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NetChangeTest {
  private static final String HEADER = "diff --git a/f.c b/f.c\n--- a/f.c\n+++ b/f.c\n";

  private static Optional<NetChange> of(String diff) {
    return NetChange.of(UnifiedDiff.parse(diff.getBytes(StandardCharsets.UTF_8)));
  }

  @Test
  void aRunOfLinesSlidPastItsOtherEndIsTheSameChange() {
    assertEquals(
        of(HEADER + "@@ -1,2 +1,5 @@\n {\n+a\n+}\n+{\n }\n"),
        of(HEADER + "@@ -1,2 +1,5 @@\n+{\n+a\n+}\n {\n }\n"));
  }

  @Test
  void linesThatADiffRemovesAndAddsAgainCountAsKept() {
    assertEquals(
        of(HEADER + "@@ -1,3 +1,3 @@\n-a\n-b\n-c\n+b\n+c\n+d\n"),
        of(HEADER + "@@ -1,3 +1,3 @@\n-a\n b\n c\n+d\n"));
  }

  @Test
  void whiteSpaceAndContextDoNotCount() {
    assertEquals(
        of(HEADER + "@@ -1 +1,2 @@\n x\n+\tif (a)\n"),
        of(HEADER + "@@ -7 +9,2 @@\n y\n+    if(a)\n"));
  }

  @Test
  void theSameLinesInAnotherFileAreAnotherChange() {
    assertNotEquals(
        of(HEADER + "@@ -0,0 +1 @@\n+x\n"),
        of(HEADER.replace("f.c", "g.c") + "@@ -0,0 +1 @@\n+x\n"));
  }

  @Test
  void addingIsNotRemoving() {
    assertNotEquals(of(HEADER + "@@ -1 +1,2 @@\n y\n+x\n"), of(HEADER + "@@ -1,2 +1 @@\n y\n-x\n"));
  }

  @Test
  void theSumOverBothVersionsIsTheSumOverTheirDiff() {
    long lines =
        LineSum.ofFile("a\nb\nnew".getBytes(StandardCharsets.UTF_8))
            - LineSum.ofFile("a\nold\nb\n".getBytes(StandardCharsets.UTF_8));
    assertEquals(
        NetChange.builder().file("f.c", "f.c", lines).build(),
        of(HEADER + "@@ -1,3 +1,3 @@\n a\n-old\n b\n+new\n\\ No newline at end of file\n"));
  }

  @Test
  void linesThatOnlyMoveLeaveNothingToCompare() {
    assertEquals(Optional.empty(), of(HEADER + "@@ -1,2 +1,2 @@\n-x\n y\n+x\n"));
    assertEquals(Optional.empty(), of("no diff at all\n"));
  }

  @Test
  void ofABinaryFileTheShortBlobIdsCount() {
    assertEquals(
        of(
            """
            diff --git a/i.png b/i.png
            index 0123456..89abcde 100644
            Binary files a/i.png and b/i.png differ
            """),
        NetChange.builder()
            .binary("i.png", "i.png", "0123456" + "7".repeat(33), "89abcde" + "f".repeat(33))
            .build());
  }
}
