package io.github.patchlane.core.git;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.patchlane.core.contribution.CommitId;
import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.source.PatchContent;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyTest {
  private static final Instant NOON = Instant.parse("2024-01-02T12:00:00Z");
  private static final Person DORA = new Person("Dora", "dora@example.org");
  private static final String ONE_TO_TWO =
      """
      diff --git a/d/a b/d/a
      --- a/d/a
      +++ b/d/a
      @@ -1 +1 @@
      -one
      +two
      """;
  private static final String TWO_TO_THREE =
      ONE_TO_TWO.replace("+two", "+three").replace("-one", "-two");

  @TempDir private Path folder;
  private CommitId base = new CommitId("0".repeat(40));
  private File directory = new File("");

  @BeforeEach
  void aRepository() {
    try (TestRepository repository = new TestRepository(folder.resolve("r.git").toFile())) {
      base =
          new CommitId(repository.write("d/a", "one\n").write("other", "x\n").commit("base", NOON));
      directory = repository.directory();
    }
  }

  private static PatchContent patch(String id, String diff) {
    return new PatchContent(
        new MessageId(id + "@example.org"),
        DORA,
        Optional.of(NOON),
        ZoneOffset.ofHours(2),
        "change it\n",
        diff.getBytes(StandardCharsets.UTF_8));
  }

  private ApplyOutcome apply(ApplyOptions options, PatchContent... patches) {
    try (GitRepository repository = GitRepository.open(directory.toString())) {
      return repository.apply(List.of(patches), base, options);
    }
  }

  @Test
  void aSeriesIsACommitForEachPatch() {
    ApplyOutcome outcome =
        apply(ApplyOptions.DEFAULT, patch("one", ONE_TO_TWO), patch("two", TWO_TO_THREE));

    AppliedBranch branch = outcome.applied().orElseThrow();
    assertInstanceOf(ApplyOutcome.Applied.class, outcome);
    assertEquals(
        List.of(new MessageId("one@example.org"), new MessageId("two@example.org")),
        branch.patches().stream().map(AppliedPatch::patch).toList());
    assertEquals(branch.patches().get(1).commit(), branch.head());
    assertEquals(branch.patches().get(1).tree(), branch.tree());
    try (GitRepository repository = GitRepository.open(directory.toString())) {
      assertEquals(Optional.of(branch.head()), repository.resolve(branch.head().value()));
      assertEquals(Optional.of(base), repository.resolve(branch.head().value() + "~2"));
    }
  }

  @Test
  void oneThatDoesNotFitTakesAllWithIt() {
    ApplyOutcome outcome =
        apply(ApplyOptions.DEFAULT, patch("one", ONE_TO_TWO), patch("two", ONE_TO_TWO));

    ApplyOutcome.Conflicted conflict = assertInstanceOf(ApplyOutcome.Conflicted.class, outcome);
    assertEquals(
        "two@example.org HUNK d/a 1",
        conflict.obstacle().patch()
            + " "
            + conflict.obstacle().kind()
            + " "
            + conflict.obstacle().path().orElseThrow()
            + " "
            + conflict.obstacle().hunk().orElseThrow());
    AppliedBranch first =
        apply(ApplyOptions.DEFAULT.inMemory(), patch("one", ONE_TO_TWO)).applied().orElseThrow();
    try (GitRepository repository = GitRepository.open(directory.toString())) {
      assertEquals(Optional.empty(), repository.resolve(first.head().value() + "^{tree}"));
    }
  }

  @Test
  void theSamePatchesAreTheSameCommitsWrittenOrNot() {
    assertEquals(
        apply(ApplyOptions.DEFAULT.inMemory(), patch("one", ONE_TO_TWO)),
        apply(ApplyOptions.DEFAULT, patch("one", ONE_TO_TWO)));
  }

  @Test
  void theCommitterIsWhoTheOptionsSay() throws IOException {
    OffsetDateTime later = OffsetDateTime.parse("2024-02-03T04:05:06-07:00");
    AppliedBranch branch =
        apply(
                ApplyOptions.DEFAULT.withCommitter(new Person("Max.", "max@example.org"), later),
                patch("one", ONE_TO_TWO))
            .applied()
            .orElseThrow();

    assertEquals(
        "tree "
            + branch.tree()
            + "\nparent "
            + base
            + "\nauthor Dora <dora@example.org> 1704196800 +0200"
            + "\ncommitter Max <max@example.org> 1706958306 -0700"
            + "\n\nchange it\n",
        raw(branch.head()));
  }

  private String raw(CommitId commit) throws IOException {
    try (Repository repository = new FileRepositoryBuilder().setGitDir(directory).build()) {
      byte[] bytes = repository.open(ObjectId.fromString(commit.value())).getBytes();
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }

  @Test
  void aBaseThatIsNotThereIsSaidSo() {
    base = new CommitId("1".repeat(40));

    assertEquals(
        new ApplyOutcome.BaseUnknown("commit " + base + " is not in the repository"),
        apply(ApplyOptions.DEFAULT, patch("one", ONE_TO_TWO)));
  }

  @Test
  void aMailWithoutADiffIsNoPatch() {
    assertEquals("no-patch", apply(ApplyOptions.DEFAULT).label());
    assertEquals("no-patch", apply(ApplyOptions.DEFAULT, patch("one", "")).label());
  }

  @Test
  void aBranchIsMadeOnceAndNeverMoved() {
    CommitId head =
        apply(ApplyOptions.DEFAULT, patch("one", ONE_TO_TWO)).applied().orElseThrow().head();
    try (GitRepository repository = GitRepository.open(directory.toString())) {
      repository.createBranch("try/one", head);
      repository.createBranch("try/one", head);

      assertEquals(Optional.of(head), repository.resolve("try/one"));
      assertThrows(BranchNotCreatedException.class, () -> repository.createBranch("try/one", base));
      assertThrows(BranchNotCreatedException.class, () -> repository.createBranch("a..b", base));
      assertThrows(
          BranchNotCreatedException.class,
          () -> repository.createBranch("two", new CommitId("2".repeat(40))));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../x",
        ".git/config",
        "d/.GIT/hooks/post-checkout",
        ".git /x",
        "git~1/x",
        ".g\u200cit/x",
        "a\\\\..\\\\..\\\\x"
      })
  void noPatchWritesOutsideTheTree(String path) {
    String diff =
        "diff --git \"a/%1$s\" \"b/%1$s\"\nnew file mode 100644\n--- /dev/null\n+++ \"b/%1$s\"\n@@ -0,0 +1 @@\n+x\n"
            .formatted(path);

    ApplyOutcome.Conflicted refused =
        assertInstanceOf(
            ApplyOutcome.Conflicted.class, apply(ApplyOptions.DEFAULT, patch("one", diff)));
    assertEquals(ApplyObstacle.Kind.UNSAFE_PATH, refused.obstacle().kind());
  }

  @Test
  void noPatchWritesThroughALinkThatItMakes() {
    String diff =
        """
        diff --git a/l b/l
        new file mode 120000
        --- /dev/null
        +++ b/l
        @@ -0,0 +1 @@
        +/etc
        \\ No newline at end of file
        diff --git a/l/passwd b/l/passwd
        new file mode 100644
        --- /dev/null
        +++ b/l/passwd
        @@ -0,0 +1 @@
        +x
        """;

    ApplyOutcome.Conflicted refused =
        assertInstanceOf(
            ApplyOutcome.Conflicted.class, apply(ApplyOptions.DEFAULT, patch("one", diff)));
    assertEquals(ApplyObstacle.Kind.UNSAFE_PATH, refused.obstacle().kind());
  }

  @Test
  void noDiffHoweverTornMakesItThrow() {
    String whole =
        ONE_TO_TWO
            + """
            diff --git "a/\\303\\244" b/n
            similarity index 90%
            rename from "\\303\\244"
            rename to n
            index 1234567..89abcde 100755
            --- "a/\\303\\244"
            +++ b/n
            @@ -1,3 +1,2 @@ x
             a
            -b

            diff --git a/bin b/bin
            new file mode 100644
            index 0000000000000000000000000000000000000000..1234567890123456789012345678901234567890
            GIT binary patch
            literal 5
            McmZ<>=ZFOa0mcOZ1^@s6

            delta 4
            LcmZSJVgdjFFyR0G

            --- x.c\t1970-01-01 00:00:00.000000000 +0000
            +++ x.c\t2020-01-01 10:00:00.5 +0100
            @@ -0,0 +1 @@
            +x
            \\ No newline at end of file
            """;
    byte[] bytes = whole.getBytes(StandardCharsets.UTF_8);
    try (GitRepository repository = GitRepository.open(directory.toString())) {
      for (int seed = 0; seed < 3000; seed++) {
        Random random = new Random(seed);
        byte[] torn = bytes.clone();
        int wounds = 1 + random.nextInt(4);
        for (int i = 0; i < wounds; i++) {
          int at = random.nextInt(torn.length);
          switch (random.nextInt(4)) {
            case 0 -> torn[at] = (byte) random.nextInt(256);
            case 1 -> torn[at] = (byte) "0 -+@\n\\/\"ab".charAt(random.nextInt(11));
            case 2 -> torn = java.util.Arrays.copyOf(torn, at + 1);
            default -> {
              int to = random.nextInt(torn.length);
              int length = Math.min(random.nextInt(40), torn.length - Math.max(at, to));
              System.arraycopy(torn.clone(), at, torn, to, length);
            }
          }
        }
        PatchContent patch =
            new PatchContent(
                new MessageId("torn@example.org"), DORA, Optional.of(NOON), "torn\n", torn);
        repository.apply(List.of(patch), base, ApplyOptions.DEFAULT.inMemory()).label();
      }
    }
  }
}
