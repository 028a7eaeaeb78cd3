package io.github.patchlane.core.diff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiffIndexTest {
  private static final DiffIndex INDEX =
      UnifiedDiff.parse(
              """
              diff --git a/old.c b/new.c
              similarity index 90%
              rename from old.c
              rename to new.c
              --- a/old.c
              +++ b/new.c
              @@ -3,2 +3,2 @@
               keep
              -drop
              +take
              @@ -20 +20,2 @@
               stay
              +more
              diff --git a/run.sh b/run.sh
              old mode 100644
              new mode 100755
              diff --git a/gone.c b/gone.c
              deleted file mode 100644
              --- a/gone.c
              +++ /dev/null
              @@ -1 +0,0 @@
              -take
              \\ No newline at end of file
              """
                  .getBytes(UTF_8))
          .index();

  private static String describe(int line) {
    return "%s %d %d %s hunk %d"
        .formatted(
            INDEX.kind(line),
            INDEX.oldLine(line),
            INDEX.newLine(line),
            INDEX.path(line),
            INDEX.hunk(line));
  }

  @Test
  void knowsWhereEachLineStands() {
    assertEquals(
        List.of(
            "CONTEXT 3 3 new.c hunk 0",
            "REMOVED 4 0 new.c hunk 0",
            "ADDED 0 4 new.c hunk 0",
            "CONTEXT 20 20 new.c hunk 1",
            "ADDED 0 21 new.c hunk 1",
            "REMOVED 1 0 gone.c hunk 2"),
        IntStream.range(0, INDEX.lines()).mapToObj(DiffIndexTest::describe).toList());
  }

  @Test
  void knowsFilesWithoutLinesToo() {
    assertEquals(3, INDEX.files());
    assertEquals("run.sh", INDEX.pathOfFile(1));
    assertEquals(Optional.of("old.c"), INDEX.oldPathOfFile(0));
    assertEquals(Optional.empty(), INDEX.newPathOfFile(2));
    assertEquals(2, INDEX.file(5));
    assertEquals(5, INDEX.hunkStart(2));
    assertEquals(new DiffStat(List.of("gone.c", "new.c", "old.c", "run.sh"), 2, 2), INDEX.stat());
  }

  @Test
  void hashesALineAsAQuoteOfItWouldBe() {
    assertEquals(DiffIndex.hashOf("take"), INDEX.hash(2));
    assertEquals(INDEX.hash(2), INDEX.hash(5));
    assertEquals(DiffIndex.hashOf("\tif (a  &&\tb)  \r"), DiffIndex.hashOf("if (a &&\u00a0b)"));
    assertNotEquals(DiffIndex.hashOf("ab"), DiffIndex.hashOf("a b"));
  }

  @Test
  void hashesBytesAndCharactersAlikeInUtf8AndLatin1() {
    String text = "gr\u00fcn \u20ac \ud83d\ude00 x";
    assertEquals(DiffIndex.hashOf(text), DiffIndex.hashOf(text.getBytes(UTF_8)));
    String latin = "gr\u00fcn \u00e9\u00e8";
    assertEquals(DiffIndex.hashOf(latin), DiffIndex.hashOf(latin.getBytes(ISO_8859_1)));
  }

  @Test
  void weighsLinesByWhatTheyTell() {
    double[] weights =
        List.of(
                "}",
                "#include <stdio.h>",
                "return 0;",
                "tst_res(TPASS, \"lamp glows at %i\", watts);")
            .stream()
            .mapToDouble(line -> DiffIndex.weightOf(DiffIndex.hashOf(line)))
            .toArray();
    double[] sorted = weights.clone();
    Arrays.sort(sorted);

    assertArrayEquals(sorted, weights);
    assertTrue(weights[0] < weights[3] / 20);
  }

  @Test
  void keysOfChangedLinesAreSortedAndTellAddingFromRemoving() {
    int[] keys = INDEX.changedLineKeys();
    int[] sorted = keys.clone();
    Arrays.sort(sorted);

    assertArrayEquals(sorted, keys);
    assertEquals(4, Arrays.stream(keys).distinct().count());
  }

  @Test
  void keepsItsKeysWhenACallerChangesTheArray() {
    INDEX.changedLineKeys()[0] = 42;

    assertNotEquals(42, INDEX.changedLineKeys()[0]);
  }
}
