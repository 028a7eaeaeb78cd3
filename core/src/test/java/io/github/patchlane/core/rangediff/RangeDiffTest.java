package io.github.patchlane.core.rangediff;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.MessageId;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.rangediff.PatchPair.Aspect;
import io.github.patchlane.core.source.PatchContent;
import io.github.patchlane.core.testkit.GitSandbox;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeDiffTest {
  private static PatchContent patch(String id, String message, String diff) {
    return patch(id, new Person("Ada Lowe", "ada@example.org"), message, diff);
  }

  private static PatchContent patch(String id, Person author, String message, String diff) {
    return new PatchContent(
        new MessageId(id),
        author,
        Optional.empty(),
        message,
        diff.getBytes(StandardCharsets.UTF_8));
  }

  private static String change(String path, String line) {
    return """
        diff --git a/%1$s b/%1$s
        index 1111111..2222222 100644
        --- a/%1$s
        +++ b/%1$s
        @@ -10,3 +10,4 @@ int main(void)
         {
         	int x;
        +	%2$s
         	return x;
        """
        .formatted(path, line);
  }

  @Test
  void readsLikeGit() {
    List<PatchContent> before =
        List.of(
            patch("20240501120000.77-1-ada@example.org", "Set x\n", change("a.c", "x = 1;")),
            patch("20240501120000.77-2-ada@example.org", "Go\n", change("b.c", "go(x, y, z);")));
    List<PatchContent> after =
        List.of(
            patch("20240508120000.99-1-ada@example.org", "New\n", change("c.c", "other(x);")),
            patch(
                "20240508120000.99-2-ada@example.org",
                "Set x\n\nTo one.\n",
                change("a.c", "x = 1;")));

    assertEquals(
        """
        -:  ------------------- > 1:  20240508120000.99-1 New
        1:  20240501120000.77-1 ! 2:  20240508120000.99-2 Set x
            @@ Metadata
              ## Commit message ##
                 Set x
            \s
            +    To one.
            +
              ## a.c ##
             @@ a.c: int main(void)
              {
        2:  20240501120000.77-2 < -:  ------------------- Go
        """,
        RangeDiff.between(before, after, RangeDiffOptions.DEFAULT).text());
  }

  @Test
  void saysWhatOfAPatchChanged() {
    PatchContent one = patch("1@x", "Set x\n", change("a.c", "x = 1;"));
    Person other = new Person("Bo Ek", "bo@example.org");

    assertEquals(Set.of(), aspects(one, patch("2@x", "Set x\n", change("a.c", "x = 1;"))));
    assertEquals(
        Set.of(Aspect.AUTHOR), aspects(one, patch("2@x", other, "Set x", change("a.c", "x = 1;"))));
    assertEquals(
        Set.of(Aspect.MESSAGE, Aspect.DIFF),
        aspects(
            patch("1@x", "Set x\n", change("a.c", "x = 1;") + change("b.c", "z = 1;")),
            patch("2@x", "Set it\n", change("a.c", "x = 1;") + change("b.c", "y = 1;"))));
  }

  private static Set<Aspect> aspects(PatchContent before, PatchContent after) {
    List<PatchPair> pairs =
        RangeDiff.between(List.of(before), List.of(after), RangeDiffOptions.DEFAULT).pairs();
    assertEquals(1, pairs.size());
    return pairs.get(0).changes();
  }

  @Test
  void lineNumbersAndIdsAreNoChange() {
    String diff = change("a.c", "x = 1;");
    RangeDiff rebased =
        RangeDiff.between(
            List.of(patch("1@x", "Set x\n", diff)),
            List.of(
                patch(
                    "2@x", "Set x\n", diff.replace("-10,3 +10", "-90,3 +91").replace("222", "9"))),
            RangeDiffOptions.DEFAULT);

    assertTrue(rebased.isSame());
    assertEquals(1, rebased.count(PatchPair.Status.SAME));
  }

  @Test
  void aMailWithCrlfEndsSaysTheSameAsOneWithout() {
    String diff = change("a.c", "x = 1;");

    assertTrue(
        RangeDiff.between(
                List.of(patch("1@x", "Set x\n", diff)),
                List.of(patch("2@x", "Set x\r\n", diff.replace("\n", "\r\n"))),
                RangeDiffOptions.DEFAULT)
            .isSame());
  }

  @Test
  void patchesWithoutDiffAndEmptyRevisionsAreNoTrouble() {
    PatchContent empty = patch("1@x", "", "");

    assertEquals("", RangeDiff.between(List.of(), List.of(), RangeDiffOptions.DEFAULT).text());
    assertEquals(
        1,
        RangeDiff.between(List.of(empty), List.of(), RangeDiffOptions.DEFAULT)
            .count(PatchPair.Status.DROPPED));
    assertTrue(
        RangeDiff.between(List.of(empty), List.of(empty), RangeDiffOptions.DEFAULT).isSame());
  }

  @Test
  void veryLongRevisionsArePairedByTitleFirst() {
    List<PatchContent> before =
        IntStream.range(0, 600)
            .mapToObj(i -> patch(i + "@old", "Set " + i, change("a.c", "x = " + i + ";")))
            .toList();
    List<PatchContent> after =
        IntStream.range(0, 600)
            .map(i -> 599 - i)
            .mapToObj(i -> patch(i + "@new", "Set " + i, change("a.c", "y = " + i + ";")))
            .toList();

    assertEquals(
        600,
        RangeDiff.between(before, after, RangeDiffOptions.DEFAULT).pairs().stream()
            .filter(pair -> pair.status() == PatchPair.Status.CHANGED)
            .filter(
                pair ->
                    pair.before().orElseThrow().title().equals(pair.after().orElseThrow().title()))
            .count());
  }

  @Test
  void oddChangesReadAsGitHasThem(@TempDir Path directory) {
    GitSandbox git = GitSandbox.create(directory);
    String long1 =
        "void f(int aaaaaaaaaaaaaaaaaaaaaaaa, int bbbbbbbbbbbbbbbbbbbbbbbbbbbbb, int cccccc)";
    String body =
        IntStream.range(0, 30).mapToObj(i -> "\tline " + i + "\n").reduce("", String::concat);
    git.write("dir/a.c", long1 + "\n{\n" + body + "}\n")
        .write("old.txt", "1\n2\n3\n4\n5\n6\n")
        .write("gone.txt", "x\n")
        .write("bin", new byte[] {0, 1, 2})
        .write("ünï cödé \"q\".txt", "u\n");
    git.commit("base");
    for (String branch : List.of("one", "two")) {
      boolean first = branch.equals("one");
      git.git("checkout", "-q", "-b", branch, "main");
      git.write(
          "dir/a.c", long1 + "\n{\n" + body.replace("line 20", first ? "LINE" : "Line") + "}\n");
      git.commit(
          "Change\tthe\tline\nover two lines\n\nBody\twith tab  \n\n\n  indented\nZürich\t日本\tx\n\n");
      git.git("mv", "old.txt", "new.txt");
      git.write("new.txt", first ? "1\n2\n3\n4\n5\n7\n" : "1\n2\n3\n4\n5\n8");
      git.commit("Rename", first ? "Ada Lowe <ada@example.org>" : "Bo Ek <bo@example.org>");
      git.git("update-index", "--chmod=+x", "dir/a.c");
      git.git("commit", "-q", "--author", "A <a@example.org>", "-m", "Mode " + branch);
      git.git("checkout", "-q", "--", ".");
      git.git("rm", "-q", "gone.txt");
      git.write("ünï cödé \"q\".txt", first ? "u\r\nv\r\n" : "u\r\nw\r\n");
      git.write("bin", first ? new byte[] {0, 1, 3} : new byte[] {0, 1, 4, 5});
      git.write("added", first ? "" : "now with words\n");
      git.commit("Remove and add");
      git.commit("Nothing at all " + branch);
    }
    compare(git);
  }

  /** Patches much alike, dropped, added, edited, split and in another order. */
  @Test
  void pairsGeneratedRevisionsAsGitDoes(@TempDir Path directory) {
    for (int seed = 1; seed <= 8; seed++) {
      GeneratedRevisions.write(new Random(seed), GitSandbox.create(directory.resolve("r" + seed)));
      compare(new GitSandbox(directory.resolve("r" + seed)));
    }
  }

  @Test
  @Tag("fuzz")
  void pairsManyGeneratedRevisionsAsGitDoes(@TempDir Path directory) {
    for (int seed = 100; seed < 200; seed++) {
      GeneratedRevisions.write(new Random(seed), GitSandbox.create(directory.resolve("r" + seed)));
      compare(new GitSandbox(directory.resolve("r" + seed)));
    }
  }

  private static void compare(GitSandbox git) {
    assertEquals(
        git.git("range-diff", "--no-color", "main..one", "main..two"),
        RangeDiff.between(
                git.patches("main..one"), git.patches("main..two"), RangeDiffOptions.DEFAULT)
            .text());
  }
}
