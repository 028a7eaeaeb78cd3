package io.github.patchlane.core.git;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.source.PatchContent;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Random series on random trees that went on meanwhile: what {@code git format-patch} makes of them
 * comes out as {@code git am -3} has it, commit by commit, or fails where it does.
 */
class RandomSeriesTest {
  @TempDir private Path folder;

  @BeforeAll
  static void gitIsThere() {
    Assumptions.assumeTrue(GitProgram.isInstalled(), "skipped: needs the git command");
  }

  @Test
  void randomSeriesComeOutAsGitAmHasThem() {
    run(1, 12);
  }

  @Test
  @Tag("fuzz")
  void manyRandomSeriesComeOutAsGitAmHasThem() {
    run(Long.getLong("patchlane.fuzz.seed", 1000), Integer.getInteger("patchlane.fuzz.runs", 300));
  }

  private void run(long firstSeed, int count) {
    List<String> expected = new ArrayList<>();
    List<String> actual = new ArrayList<>();
    for (long seed = firstSeed; seed < firstSeed + count; seed++) {
      GitWorkTree tree = new GitWorkTree(folder.resolve("r" + seed));
      one(seed, tree, expected, actual);
      tree.remove(".");
    }
    assertEquals(String.join("\n", expected), String.join("\n", actual));
  }

  private void one(long seed, GitWorkTree tree, List<String> expected, List<String> actual) {
    RandomEdits edits = new RandomEdits(seed, tree);
    tree.write("keep", "kept\n");
    edits.fill();
    String base = tree.commit("base");
    SortedMap<String, byte[]> files = edits.files();
    ByteArrayOutputStream mbox = new ByteArrayOutputStream();
    List<PatchContent> patches = new ArrayList<>();
    int length = 1 + (int) (seed % 3);
    for (int i = 0; i < length; i++) {
      edits.change();
      tree.commit("subject line\n\nBody of it,\nin two lines.");
      if (tree.text("diff", "--raw", "HEAD~1", "HEAD").isEmpty()) {
        continue;
      }
      byte[] mail = tree.git("format-patch", "--stdout", "-1");
      mbox.writeBytes(mail);
      patches.add(GitAmTest.content(mail));
    }
    if (patches.isEmpty()) {
      return;
    }
    tree.reset(base);
    edits.start(files);
    if (seed % 4 != 0) {
      edits.change();
      edits.change();
    }
    String onto = tree.commit("meanwhile");
    Optional<String> plain = tree.am(onto, mbox.toByteArray(), "--keep-cr");
    Optional<String> merged =
        plain.isPresent() ? plain : tree.am(onto, mbox.toByteArray(), "--keep-cr", "-3");
    String label =
        plain.isPresent() ? "applied" : merged.isPresent() ? "applied-3way" : "conflicted";
    try (GitRepository repository = GitRepository.open(tree.directory().toString())) {
      ApplyOutcome outcome =
          repository.apply(patches, new CommitId(onto), GitAmTest.options().inMemory());
      String head = outcome.applied().map(b -> b.head().value()).orElse("-");
      boolean same = head.equals(merged.orElse("-")) && label.equals(outcome.label());
      if (!same) {
        expected.add(seed + " " + label + " " + merged.orElse("-"));
        actual.add(seed + " " + outcome.label() + " " + head + " " + outcome.problem());
      }
    }
  }
}
