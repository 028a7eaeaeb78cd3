package io.github.patchlane.core.git.apply;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.git.MergeDiff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LineMergeTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({
    "abcdefg, aBcdefg, abcdeFg, aBcdeFg",
    "abcdefg, abcdefg, abXg, abXg",
    "abcdefg, aBcdefg, aBcdefg, aBcdefg",
    "abcdefg, aBcdefg, aCcdefg, conflict",
    "abcdefg, aBcdefg, abCdefg, conflict",
    "abcdefg, acdefg, abcdefgh, acdefgh",
    "abcdefg, xabcdefg, yabcdefg, conflict",
    "abcdefg, xabcdefg, xabcdefg, xabcdefg",
    "abcdefg, abXYefg, abXYefG, abXYefG"
  })
  void changesMeetOrPassEachOther(String base, String ours, String theirs, String merged) {
    assertEquals(
        merged.equals("conflict") ? Optional.empty() : Optional.of(lines(merged)),
        merge(lines(base), lines(ours), lines(theirs)));
  }

  private static String lines(String letters) {
    StringBuilder lines = new StringBuilder();
    letters.chars().forEach(c -> lines.append((char) c).append('\n'));
    return lines.toString();
  }

  private static Optional<String> merge(String base, String ours, String theirs) {
    return LineMerge.merge(MergeDiff.asInGit(), bytes(base), bytes(ours), bytes(theirs))
        .map(bytes -> new String(bytes, StandardCharsets.UTF_8));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  @Test
  void randomTextsMergeAsGitMergesThem() throws IOException {
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (int seed = 0; seed < 80; seed++) {
      Random random = new Random(seed);
      String base = text(random, 5 + random.nextInt(40));
      String ours = changed(random, base);
      String theirs = changed(random, base);
      Optional<Optional<String>> git = git(base, ours, theirs, "-q");
      Assumptions.assumeTrue(git.isPresent(), "skipped: needs the git command");
      expected.add(seed + ": " + git.get());
      actual.add(seed + ": " + merge(base, ours, theirs));
    }
    assertEquals(String.join("\n", expected), String.join("\n", actual));
  }

  @Test
  void randomTextsAreUnitedAsGitUnitesThem() throws IOException {
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (int seed = 0; seed < 80; seed++) {
      Random random = new Random(seed);
      String end = seed % 4 == 0 ? "\r\n" : "\n";
      String base = text(random, 5 + random.nextInt(20)).replace("\n", end);
      String ours = changed(random, changed(random, base)).replaceAll("\r?\n", end);
      String theirs = changed(random, changed(random, base)).replaceAll("\r?\n", end);
      Optional<Optional<String>> git = git(base, ours, theirs, "--union");
      Assumptions.assumeTrue(git.isPresent(), "skipped: needs the git command");
      expected.add(seed + ": " + git.get().orElse("a conflict"));
      actual.add(seed + ": " + union(base, ours, theirs));
    }
    assertEquals(String.join("\n", expected), String.join("\n", actual));
  }

  private static String union(String base, String ours, String theirs) {
    return new String(
        LineMerge.union(MergeDiff.asInGit(), bytes(base), bytes(ours), bytes(theirs)),
        StandardCharsets.UTF_8);
  }

  private static String text(Random random, int lines) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < lines; i++) {
      text.append((char) ('a' + random.nextInt(8))).append('\n');
    }
    return random.nextInt(5) == 0 ? text + "end" : text.toString();
  }

  private static String changed(Random random, String base) {
    List<String> lines = new ArrayList<>(List.of(base.split("(?<=\n)", 0)));
    int changes = random.nextInt(4);
    for (int i = 0; i < changes && !lines.isEmpty(); i++) {
      int at = random.nextInt(lines.size());
      if (random.nextBoolean()) {
        lines.remove(at);
      } else {
        lines.add(at, (char) ('a' + random.nextInt(10)) + "\n");
      }
    }
    return String.join("", lines);
  }

  /** Empty where there is no git; within, empty where it finds a conflict. */
  private Optional<Optional<String>> git(String base, String ours, String theirs, String option)
      throws IOException {
    Files.writeString(folder.resolve("base"), base);
    Files.writeString(folder.resolve("ours"), ours);
    Files.writeString(folder.resolve("theirs"), theirs);
    ProcessBuilder builder =
        new ProcessBuilder("git", "merge-file", "-p", option, "ours", "base", "theirs")
            .directory(folder.toFile());
    try {
      Process process = builder.start();
      String merged = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      return Optional.of(process.waitFor() == 0 ? Optional.of(merged) : Optional.empty());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
