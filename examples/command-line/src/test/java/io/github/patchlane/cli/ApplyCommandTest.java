package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.lib.PersonIdent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ApplyCommandTest {
  private static final String FIRST = mail("one", "[PATCH 1/2] count to two", "one", "two");
  private static final String SECOND =
      mail("two", "[PATCH 2/2] count to three", "two", "three")
          .replace("Message-ID", "In-Reply-To: <one@example.org>\nMessage-ID");
  private static final String STRAY = mail("stray", "[PATCH] count to ten", "nine", "ten");

  @TempDir Path folder;
  private Path list = Path.of("");
  private Path repository = Path.of("");
  private String base = "";

  @BeforeEach
  void aListAndARepository() throws Exception {
    list = Fixture.write(folder, "list.mbox", FIRST + SECOND + STRAY);
    repository = folder.resolve("repository");
    try (Git git = Git.init().setInitialBranch("main").setDirectory(repository.toFile()).call()) {
      Files.writeString(repository.resolve("n.txt"), "one\n");
      git.add().addFilepattern("n.txt").call();
      PersonIdent max =
          new PersonIdent(
              "Max", "max@example.org", Instant.parse("2024-03-01T00:00:00Z"), ZoneOffset.UTC);
      base =
          git.commit()
              .setAuthor(max)
              .setCommitter(max)
              .setSign(false)
              .setMessage("base")
              .call()
              .name();
    }
  }

  private static String mail(String id, String subject, String before, String after) {
    return """
    From list@example.org Mon Mar  4 09:00:00 2024
    From: Ann <ann@example.org>
    Date: Mon, 04 Mar 2024 09:00:00 +0100
    Message-ID: <%s@example.org>
    Subject: %s

    Why not.
    ---
    diff --git a/n.txt b/n.txt
    index 1234567..89abcde 100644
    --- a/n.txt
    +++ b/n.txt
    @@ -1 +1 @@
    -%s
    +%s
    --\s
    2.40.0

    """
        .formatted(id, subject, before, after);
  }

  private static final String HEAD = "\"head\":\"";

  private static String field(String line, String name) {
    int at = line.indexOf("\"" + name + "\":\"") + name.length() + 4;
    return line.substring(at, line.indexOf('"', at));
  }

  @Test
  void aSeriesIsAppliedAndKeptAsABranch() throws Exception {
    Ran ran =
        Ran.of(
            "apply",
            list,
            "one@example.org",
            "--repo",
            repository,
            "--base",
            "main",
            "--branch",
            "try",
            "--format",
            "jsonl");

    String head = field(ran.out(), "head");
    String tree = field(ran.out(), "tree");
    assertEquals(
        new Ran(
            0,
            "{\"id\":\"mail:one@example.org\",\"patches\":[\"one@example.org\",\"two@example.org\"],"
                + "\"outcome\":\"applied\",\"base\":\""
                + base
                + "\",\"baseEvidence\":\"given\",\"tree\":\""
                + tree
                + "\","
                + HEAD
                + head
                + "\",\"failedPatch\":null,\"problem\":null}\n",
            ""),
        ran);
    try (Git git = Git.open(repository.toFile())) {
      assertEquals(head, git.getRepository().resolve("try").name());
      assertEquals(tree, git.getRepository().resolve("try^{tree}").name());
      assertEquals(base, git.getRepository().resolve("try~2").name());
    }
  }

  @Test
  void aBranchThatIsElsewhereIsNotMoved() {
    Ran ran = Ran.of("apply", list, "one@example.org", "--repo", repository, "--branch", "main");

    assertEquals(2, ran.status());
    assertTrue(ran.err().contains("the branch main is there already"), ran.err());
  }

  @Test
  void eachPatchAloneSaysWhichOnesFit() {
    Ran ran = Ran.of("apply", list, "--all", "--each", "--repo", repository, "--base", "main");

    assertEquals(1, ran.status());
    assertEquals(
        """
        one@example.org: applied
        two@example.org: conflicted
        stray@example.org: conflicted
        """,
        ran.out()
            .lines()
            .filter(line -> !line.startsWith(" "))
            .map(line -> line.replaceAll(" on .*", "") + "\n")
            .reduce("", String::concat));
  }

  @Test
  void pairsAreAppliedEachOnItsOwnBase() {
    String unknown = "1".repeat(40);
    Path pairs =
        Fixture.write(
            folder,
            "pairs",
            "one@example.org\tmain\n\nnobody@example.org\t"
                + base
                + "\none@example.org\t"
                + unknown);

    Ran ran = Ran.of("apply", list, "--repo", repository, "--pairs", pairs, "--format", "jsonl");

    assertEquals(1, ran.status());
    assertEquals(
        "applied given, no-patch given, base-unknown null",
        String.join(
            ", ",
            ran.out()
                .lines()
                .map(
                    line ->
                        field(line, "outcome")
                            + (line.contains("\"baseEvidence\":null") ? " null" : " given"))
                .toList()));
  }

  @Test
  void theBaseIsFoundWhereNoneIsGiven() {
    Ran ran = Ran.of("apply", list, "one@example.org", "--repo", repository, "--format", "jsonl");

    assertEquals(0, ran.status(), ran.err());
    assertEquals(base, field(ran.out(), "base"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "apply LIST one@example.org",
        "apply LIST --repo REPO",
        "apply LIST nothing@example.org --repo REPO",
        "apply LIST one@example.org --repo REPO --base nothing",
        "apply LIST --all --repo REPO --branch x",
        "apply LIST --all one@example.org --repo REPO",
        "apply LIST --repo REPO --pairs LIST",
        "apply LIST --repo REPO --pairs LIST --base main"
      })
  void wrongUsageIsOneLineThatSaysHowToMendIt(String words) {
    Object[] arguments =
        java.util.Arrays.stream(words.split(" ", 0))
            .map(
                word ->
                    word.equals("LIST")
                        ? list.toString()
                        : word.equals("REPO") ? repository.toString() : word)
            .toArray();

    Ran ran = Ran.of(arguments);

    assertEquals(2, ran.status());
    assertEquals("", ran.out());
    assertEquals(1, ran.err().lines().count(), ran.err());
  }
}
