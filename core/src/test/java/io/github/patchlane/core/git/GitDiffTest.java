package io.github.patchlane.core.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.PatchId;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.eclipse.jgit.diff.Edit;
import org.eclipse.jgit.diff.EditList;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitDiffTest {
  private static final Instant AT = Instant.parse("2024-05-01T12:00:00Z");

  private static EditList edits(String before, String after) {
    return GitDiff.edits(
        before.getBytes(StandardCharsets.UTF_8), after.getBytes(StandardCharsets.UTF_8));
  }

  private static EditList list(Edit... edits) {
    EditList list = new EditList();
    list.addAll(List.of(edits));
    return list;
  }

  @Test
  void equalTextsHaveNoEdits() {
    assertEquals(list(), edits("a\nb\n", "a\nb\n"));
    assertEquals(list(), edits("", ""));
  }

  @Test
  void aMissingLineEndIsAChange() {
    assertEquals(list(new Edit(1, 2, 1, 2)), edits("a\nb\n", "a\nb"));
  }

  @Test
  void anAddedFunctionIsCutAtItsOwnStartRatherThanAtTheSharedBrace() {
    String one = "int one(void)\n{\n\treturn 1;\n}\n";
    String two = "int two(void)\n{\n\treturn 2;\n}\n";
    String three = "int three(void)\n{\n\treturn 3;\n}\n";
    assertEquals(
        list(new Edit(5, 5, 5, 10)), edits(one + "\n" + three, one + "\n" + two + "\n" + three));
  }

  @Test
  void aRunThatCanStandBesideTheOtherSidesChangeDoes() {
    assertEquals(list(new Edit(1, 2, 1, 3)), edits("a\nx\nb\n", "a\nb\nb\nb\n"));
  }

  @Test
  void patchIdsOfGeneratedHistoryAreGitsOwn(@TempDir Path directory) throws IOException {
    Assumptions.assumeTrue(GitProgram.isInstalled(), "needs git to compare with");
    Random random = new Random(20240501);
    try (TestRepository repository = new TestRepository(directory.resolve("r.git").toFile())) {
      for (int i = 0; i < 300; i++) {
        String path = "dir/file" + random.nextInt(4) + ".c";
        List<String> lines =
            repository.text(path).lines().collect(Collectors.toCollection(ArrayList::new));
        edit(random, lines, i % 50 == 49 ? 400 : 12);
        repository.write(path, String.join("\n", lines) + (random.nextInt(9) == 0 ? "" : "\n"));
        repository.commit("change " + i, AT.plusSeconds(i));
      }
      compare(repository.directory(), 1.0);
    }
  }

  /** Few different lines, indented or blank, make every run slide. */
  private static void edit(Random random, List<String> lines, int size) {
    for (int run = 0; run <= random.nextInt(4); run++) {
      int at = random.nextInt(lines.size() + 1);
      int removed = Math.min(random.nextInt(size), lines.size() - at);
      lines.subList(at, at + removed).clear();
      List<String> added = new ArrayList<>();
      for (int i = random.nextInt(size * 2); i > 0; i--) {
        String text = List.of("", "", "}", "{", "if (x)", "x++;", "y = z;").get(random.nextInt(7));
        added.add(text.isEmpty() ? "" : "\t".repeat(random.nextInt(3)) + text);
        if (random.nextInt(4) == 0) {
          added.add("line " + random.nextInt(400));
        }
      }
      lines.addAll(at, added);
    }
  }

  @Test
  @Tag("real-data")
  void patchIdsOfRealHistoryAreGitsOwn() throws IOException {
    Path repository = Path.of(System.getProperty("patchlane.data", "")).resolve("ltp.git");
    Assumptions.assumeTrue(
        GitProgram.isInstalled() && Files.isDirectory(repository),
        "needs git, and ltp.git in -Dpatchlane.data");
    compare(repository.toFile(), 0.998);
  }

  private static void compare(File directory, double share) throws IOException {
    Map<String, String> expected = GitProgram.patchIds(directory);
    List<String> different = new ArrayList<>();
    int compared = 0;
    try (GitRepository repository = GitRepository.open(directory.getPath())) {
      for (Map.Entry<String, String> commit : expected.entrySet()) {
        String ours =
            repository.patchId(new CommitId(commit.getKey())).map(PatchId::value).orElse("none");
        compared++;
        if (!ours.equals(commit.getValue()) && !ours.equals("none")) {
          different.add(commit.getKey());
        }
      }
    }
    System.out.println(compared + " compared, different: " + different.size() + " " + different);
    assertEquals(
        true, compared > 200 && different.size() <= (1 - share) * compared, different.toString());
  }
}
