package io.github.patchlane.core.diff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Diffs made from seeds, whole and mutilated. */
class DiffPropertiesTest {
  /** What a line may begin with to be taken for something it isn't. */
  private static final String[] TRAPS = {
    "",
    "-- ",
    "--- a/x",
    "+++ b/x",
    "@@ -1 +1 @@",
    "diff --git a/x b/x",
    "Index: x",
    "\\ No",
    "}",
    "word",
    "rename from x",
    "GIT binary patch",
    "literal 3",
    "Binary files a and b differ",
    "index 1..2 100644",
    "\t",
    "\r",
    "@@ -1,999999999999 +1 @@",
    "@@ -,1 +1 @@",
    "\"",
    "\u0000",
    "diff --git \"a/\\303 b",
    "old mode ",
    "--- /dev/null",
    "+++ /dev/null",
    "diff --cc x"
  };

  /** Any content may stand in the lines of a hunk: the counts alone decide. */
  private static String diff(Random random) {
    StringBuilder text = new StringBuilder();
    int files = 1 + random.nextInt(3);
    for (int f = 0; f < files; f++) {
      String path = "dir/f%d.c".formatted(f);
      text.append("diff --git a/%1$s b/%1$s\nindex 1..2 100644\n".formatted(path));
      text.append("--- a/%1$s\n+++ b/%1$s\n".formatted(path));
      int hunks = 1 + random.nextInt(3);
      for (int h = 0; h < hunks; h++) {
        hunk(text, random, h * 100 + 1);
      }
    }
    return text.toString();
  }

  private static void hunk(StringBuilder text, Random random, int line) {
    StringBuilder body = new StringBuilder();
    int[] counts = new int[2];
    int size = 1 + random.nextInt(12);
    for (int i = 0; i < size; i++) {
      int kind = random.nextInt(3);
      counts[0] += kind == 2 ? 0 : 1;
      counts[1] += kind == 1 ? 0 : 1;
      body.append(" -+".charAt(kind)).append(content(random)).append('\n');
    }
    text.append("@@ -%d,%d +%d,%d @@\n".formatted(line, counts[0], line, counts[1])).append(body);
  }

  private static String content(Random random) {
    String trap = TRAPS[random.nextInt(TRAPS.length)];
    // These two make a hunk that no reader can tell from a file's header or a signature.
    return trap.startsWith("--- ") || trap.equals("-- ") ? "x" + trap : trap;
  }

  private static byte[] mutilated(byte[] text, Random random) {
    StringBuilder out = new StringBuilder(new String(text, ISO_8859_1));
    int cuts = random.nextInt(8);
    for (int i = 0; i < cuts && !out.isEmpty(); i++) {
      int at = random.nextInt(out.length());
      switch (random.nextInt(4)) {
        case 0 -> out.delete(at, Math.min(out.length(), at + 1 + random.nextInt(40)));
        case 1 -> out.insert(at, "\n" + TRAPS[random.nextInt(TRAPS.length)] + "\n");
        case 2 -> out.setCharAt(at, (char) random.nextInt(256));
        default -> out.setLength(at);
      }
    }
    return out.toString().getBytes(ISO_8859_1);
  }

  private static void check(byte[] text) {
    UnifiedDiff diff = UnifiedDiff.parse(text);
    int last = diff.start();
    for (FileDiff file : diff.files()) {
      assertTrue(last <= file.start() && file.start() < file.end());
      last = file.end();
      for (DiffHunk hunk : file.hunks()) {
        int declared = hunk.oldCount() + hunk.newCount();
        int found =
            hunk.lines().stream()
                .mapToInt(
                    line ->
                        switch (line.kind()) {
                          case CONTEXT -> 2;
                          case ADDED, REMOVED -> 1;
                          case NO_NEWLINE -> 0;
                        })
                .sum();
        assertEquals(hunk.damaged(), found < declared);
        assertTrue(found <= declared);
      }
    }
    assertTrue(last <= text.length);
    DiffIndex index = diff.index();
    DiffStat stat = diff.stat();
    assertEquals(stat.added() + stat.removed(), index.changedLineKeys().length);
    assertEquals(diff.isEmpty(), diff.patchId().isEmpty());
    StablePatchId.all(text);
    byte[] written = diff.toGitFormat();
    if (!diff.damaged()) {
      UnifiedDiff again = UnifiedDiff.parse(written);
      assertEquals(stat, again.stat());
      assertArrayEquals(written, again.toGitFormat());
    }
  }

  @Test
  void whateverStandsInItsLinesADiffIsReadWholeAndWrittenAlike() {
    for (int seed = 0; seed < 500; seed++) {
      byte[] text = diff(new Random(seed)).getBytes(US_ASCII);
      UnifiedDiff diff = UnifiedDiff.parse(text);

      assertEquals(0, diff.start());
      assertArrayEquals(text, diff.toGitFormat(), "seed " + seed);
      assertEquals(StablePatchId.of(text), diff.patchId());
    }
  }

  @Test
  void mutilatedDiffsKeepEveryInvariant() {
    mutilate(2_000);
  }

  @Test
  @Tag("fuzz")
  void mutilatedDiffsKeepEveryInvariantForLong() {
    mutilate(300_000);
  }

  private static void mutilate(int seeds) {
    for (int seed = 0; seed < seeds; seed++) {
      Random random = new Random(seed);
      byte[] text = mutilated(diff(random).getBytes(US_ASCII), random);
      try {
        check(text);
      } catch (RuntimeException | AssertionError e) {
        throw new AssertionError("seed " + seed + ":\n" + new String(text, ISO_8859_1), e);
      }
    }
  }

  @Test
  void everyPrefixOfADiffKeepsEveryInvariant() {
    byte[] text = diff(new Random(99)).getBytes(US_ASCII);
    for (int length = 0; length <= text.length; length++) {
      check(Arrays.copyOf(text, length));
    }
  }
}
