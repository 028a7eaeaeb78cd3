package io.github.patchlane.cli.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class DiffsTest {
  @Test
  void laysOutAChangeAsGitDoes() {
    Snapshot before =
        tree("core/a.c", "int f(void)", "{", "\ta();", "\tb();", "\tc();", "\td();", "}");
    Snapshot after =
        tree("core/a.c", "int f(void)", "{", "\ta();", "\tb();", "\tc();", "\te();", "\tg();", "}");

    assertEquals(
        """
        diff --git a/core/a.c b/core/a.c
        index 8a74257a43..b120879300 100644
        --- a/core/a.c
        +++ b/core/a.c
        @@ -3,5 +3,6 @@ int f(void)
         \ta();
         \tb();
         \tc();
        -\td();
        +\te();
        +\tg();
         }
        """,
        text(Diffs.between(before, after)));
  }

  @Test
  void aNewFileHasNoOldSide() {
    assertEquals(
        """
        diff --git a/docs/x.txt b/docs/x.txt
        new file mode 100644
        index 0000000000..5626abf0f7
        --- /dev/null
        +++ b/docs/x.txt
        @@ -0,0 +1 @@
        +one
        """,
        text(Diffs.between(Snapshot.empty(), tree("docs/x.txt", "one"))));
  }

  @Test
  void theStatCountsWhatTheDiffShows() {
    List<FileDiff> diffs = Diffs.between(tree("a", "1", "2"), tree("a", "1", "3", "4"));

    assertEquals(
        List.of(" a | 3 ++-", " 1 file changed, 2 insertions(+), 1 deletion(-)"),
        DiffStat.of(diffs));
  }

  private static Snapshot tree(String path, String... lines) {
    return Snapshot.empty().with(path, new SourceFile(List.of(lines)));
  }

  private static String text(List<FileDiff> diffs) {
    return diffs.stream()
        .flatMap(diff -> diff.lines().stream())
        .map(line -> line.text() + "\n")
        .collect(Collectors.joining());
  }
}
