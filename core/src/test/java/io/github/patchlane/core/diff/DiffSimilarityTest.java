package io.github.patchlane.core.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DiffSimilarityTest {
  private static final List<String> BOILERPLATE =
      List.of(
          "// SPDX-License-Identifier: GPL-2.0-or-later",
          "#include \"lamp_test.h\"",
          "static void setup(void)",
          "{",
          "\tlamp = SAFE_LAMP_OPEN(\"/dev/lamp\", LAMP_RDWR);",
          "}",
          "static void cleanup(void)",
          "{",
          "\tif (lamp >= 0)",
          "\t\tSAFE_LAMP_CLOSE(lamp);",
          "}",
          "static struct lamp_test test = {",
          "\t.setup = setup,",
          "\t.cleanup = cleanup,",
          "\t.needs_root = 1,",
          "};");

  private static DiffIndex newFile(String path, List<String> lines) {
    StringBuilder text = new StringBuilder("diff --git a/%1$s b/%1$s\n".formatted(path));
    text.append("new file mode 100644\n--- /dev/null\n+++ b/").append(path);
    text.append("\n@@ -0,0 +1,").append(lines.size()).append(" @@\n");
    lines.forEach(line -> text.append('+').append(line).append('\n'));
    return index(text.toString());
  }

  private static DiffIndex index(String text) {
    return UnifiedDiff.parse(text.getBytes(UTF_8)).index();
  }

  /** Boilerplate and as many lines of its own. */
  private static List<String> test(Random random) {
    List<String> lines = new ArrayList<>(BOILERPLATE);
    for (int i = 0; i < BOILERPLATE.size(); i++) {
      lines.add("\tTEST(lamp_%x(%x));".formatted(random.nextInt(), random.nextInt()));
    }
    return lines;
  }

  private static List<String> edited(List<String> lines, Random random, double share) {
    return lines.stream()
        .map(line -> random.nextDouble() < share ? line + " /* " + random.nextInt() : line)
        .toList();
  }

  @Test
  void isOneForEqualPatchesEvenRebasedAndReindented() {
    String patch =
        """
        diff --git a/x b/x
        --- a/x
        +++ b/x
        @@ -1,2 +1,2 @@
         context
        -lamp = light(3);
        +lamp = light(4);
        """;
    String rebased =
        patch
            .replace("-1,2 +1,2", "-70,2 +71,2")
            .replace("context", "other")
            .replace("lamp =", "\tlamp  =");

    assertEquals(1, DiffIndex.similarity(index(patch), index(rebased)));
  }

  @Test
  void tellsAnEditedPatchFromAnotherWithTheSameBoilerplate() {
    Random random = new Random(20240229);
    List<DiffIndex> tests =
        IntStream.range(0, 40).mapToObj(i -> newFile("t/lamp" + i + ".c", test(random))).toList();
    List<String> lines = test(random);
    DiffIndex first = newFile("t/lamp.c", lines);
    DiffIndex reroll = newFile("t/lamp.c", edited(lines, random, 0.3));
    List<DiffIndex> archive = new ArrayList<>(tests);
    archive.addAll(List.of(first, reroll));
    LineRarity rarity = LineRarity.of(archive);

    double same = DiffIndex.similarity(first, reroll, rarity);
    double closest =
        tests.stream().mapToDouble(t -> DiffIndex.similarity(first, t, rarity)).max().orElseThrow();
    double closestUnweighted =
        tests.stream().mapToDouble(t -> DiffIndex.similarity(first, t)).max().orElseThrow();

    assertTrue(same > 0.5, "reroll: " + same);
    assertTrue(closest < 0.2, "other: " + closest);
    assertTrue(closestUnweighted < 0.35, "other, rarity unknown: " + closestUnweighted);
  }

  @Test
  void isSymmetricAndWithinZeroAndOne() {
    Random random = new Random(7);
    for (int i = 0; i < 200; i++) {
      List<String> lines = test(random).subList(0, 1 + random.nextInt(30));
      DiffIndex a = newFile("t/" + random.nextInt(3), lines);
      DiffIndex b = newFile("t/" + random.nextInt(3), edited(lines, random, random.nextDouble()));
      LineRarity rarity = LineRarity.of(List.of(a, b));
      double value = DiffIndex.similarity(a, b, rarity);

      assertTrue(value >= 0 && value <= 1, "similarity " + value);
      assertEquals(value, DiffIndex.similarity(b, a, rarity));
    }
  }

  @Test
  void countsMovedFilesAsHalfAPathAndOtherFilesForLess() {
    List<String> lines = test(new Random(1));
    DiffIndex a = newFile("old/lamp.c", lines);

    assertEquals(0.8, DiffIndex.similarity(a, newFile("new/lamp.c", lines)), 1e-9);
    assertEquals(0.6, DiffIndex.similarity(a, newFile("new/torch.c", lines)), 1e-9);
  }

  @Test
  void goesByPathsWhereThereAreNoLines() {
    DiffIndex mode = index("diff --git a/x b/x\nold mode 100644\nnew mode 100755\n");
    DiffIndex other = index("diff --git a/y b/y\nold mode 100644\nnew mode 100755\n");

    assertEquals(1, DiffIndex.similarity(mode, mode));
    assertEquals(0, DiffIndex.similarity(mode, other));
  }

  @Test
  void countsInHowManyPatchesALineOccurs() {
    DiffIndex a = newFile("a", List.of("one();", "one();", "two();"));
    DiffIndex b = newFile("b", List.of("two();"));
    LineRarity rarity = LineRarity.of(List.of(a, b));

    assertEquals(
        List.of(1, 2, 0),
        List.of(
            rarity.patches(DiffIndex.hashOf("one();")),
            rarity.patches(DiffIndex.hashOf("two();")),
            rarity.patches(DiffIndex.hashOf("three();"))));
    assertEquals(3, Arrays.stream(a.changedLineKeys()).filter(k -> rarity.patches(k) > 0).count());
  }
}
