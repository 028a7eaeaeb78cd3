package io.github.patchlane.core.diff;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class UnifiedDiffTest {
  private static final String LAMP =
      """
      diff --git a/lamp.c b/lamp.c
      index 1a2b3c4..5d6e7f8 100644
      --- a/lamp.c
      +++ b/lamp.c
      @@ -10,3 +10,4 @@ int glow(void)
       \tlight();
      -\tdim();
      +\tdim(2);
      +\twait();
       \treturn 0;
      """;

  private static final String MAIL =
      """
      Dim twice as fast.

      Signed-off-by: A <a@example.org>
      ---
       lamp.c | 3 ++-
       1 file changed, 2 insertions(+), 1 deletion(-)

      """;

  private static final String FOOTER =
      """
      --\s
      2.39.5

      _______________________________________________
      lamps mailing list
      """;

  private static UnifiedDiff parse(String text) {
    return UnifiedDiff.parse(text.getBytes(UTF_8));
  }

  private static String gitFormat(UnifiedDiff diff) {
    return new String(diff.toGitFormat(), UTF_8);
  }

  private static String lines(DiffHunk hunk) {
    return hunk.lines().stream()
        .map(line -> line.kind().marker() + line.content())
        .collect(Collectors.joining("|"));
  }

  @Test
  void tellsTheDiffOfAMailFromItsMessageAndSignature() {
    UnifiedDiff diff = parse(MAIL + LAMP + FOOTER);

    assertEquals(MAIL.length(), diff.start());
    assertEquals((MAIL + LAMP).length(), diff.end());
    assertEquals(LAMP, gitFormat(diff));
    assertEquals(new DiffStat(List.of("lamp.c"), 2, 1), diff.stat());
  }

  @Test
  void readsEveryPartOfAGitHeaderAndHunk() {
    FileDiff file = parse(LAMP).files().get(0);
    DiffHunk hunk = file.hunks().get(0);

    assertEquals(
        new FileDiff(
            FileDiff.Change.MODIFIED,
            Optional.of("lamp.c"),
            Optional.of("lamp.c"),
            OptionalInt.of(0100644),
            OptionalInt.of(0100644),
            OptionalInt.empty(),
            Optional.of("1a2b3c4"),
            Optional.of("5d6e7f8"),
            FileDiff.Content.TEXT,
            List.of(hunk),
            0,
            LAMP.length()),
        file);
    assertEquals(
        "10,3 10,4 int glow(void)",
        "%d,%d %d,%d %s"
            .formatted(
                hunk.oldStart(),
                hunk.oldCount(),
                hunk.newStart(),
                hunk.newCount(),
                hunk.section()));
    assertEquals(" \tlight();|-\tdim();|+\tdim(2);|+\twait();| \treturn 0;", lines(hunk));
  }

  @Test
  void givesTheEndOfTheTextWhereThereIsNoDiff() {
    UnifiedDiff diff =
        parse(
            """
            Please run diff --git a/x b/x and send it.
            diff --git a/x b/x
            --- is what I mean
            +++ too
            > @@ -1 +1 @@
            """);

    assertTrue(diff.isEmpty());
    assertEquals(diff.start(), diff.end());
    assertEquals(Optional.empty(), diff.patchId());
    assertEquals(DiffStat.EMPTY, diff.stat());
  }

  @Test
  void takesAnEmptyLineInAHunkForAContextLineWhoseBlankWasEaten() {
    String whole =
        """
        diff --git a/x b/x
        --- a/x
        +++ b/x
        @@ -1,3 +1,3 @@
        \s
        -a
        +b
        \s
        """;
    UnifiedDiff eaten = parse(whole.replace(" \n", "\n"));

    assertEquals(whole, gitFormat(eaten));
    assertEquals(parse(whole).patchId(), eaten.patchId());
    assertFalse(eaten.damaged());
  }

  @Test
  void keepsWhatIsLeftOfATruncatedHunkAndCallsItDamaged() {
    UnifiedDiff diff = parse(LAMP.substring(0, LAMP.indexOf("+\twait")) + "\n\n");
    DiffHunk hunk = diff.files().get(0).hunks().get(0);

    assertTrue(diff.damaged());
    assertEquals(" \tlight();|-\tdim();|+\tdim(2);", lines(hunk));
    assertEquals(LAMP.indexOf("+\twait"), diff.end());
  }

  @Test
  void findsTheNextHunkBehindALineThatAMailerWrapped() {
    UnifiedDiff diff =
        parse(
            """
            diff --git a/x b/x
            --- a/x
            +++ b/x
            @@ -1,2 +1,2 @@
            -a
            +a very long line that
            went on
             c
            @@ -9 +9 @@
            -i
            +j
            """);

    assertEquals(
        List.of("-a|+a very long line that", "-i|+j"),
        diff.files().get(0).hunks().stream().map(UnifiedDiffTest::lines).toList());
    assertEquals(
        List.of(true, false), diff.files().get(0).hunks().stream().map(DiffHunk::damaged).toList());
  }

  @Test
  void takesASignatureForNoRemovedLineWhereCountsAreTooLarge() {
    UnifiedDiff diff = parse(LAMP.replace("-10,3 +10,4", "-10,5 +10,5") + FOOTER);

    assertEquals(LAMP.length(), diff.end());
    assertTrue(diff.damaged());
  }

  @Test
  void takesDashesInsideAHunkForTheRemovedLinesTheyAre() {
    String sql =
        """
        diff --git a/x.sql b/x.sql
        --- a/x.sql
        +++ b/x.sql
        @@ -1,2 +1,2 @@
        --- one
        --\s
        +++ two
        +three
        @@ -7 +7 @@
        --- x
        +++ y
        @@ -9 +9 @@
        -i
        +j
        """;
    UnifiedDiff diff = parse(sql);

    assertEquals(1, diff.files().size());
    assertEquals(
        List.of("--- one|-- |+++ two|+three", "--- x|+++ y", "-i|+j"),
        diff.files().get(0).hunks().stream().map(UnifiedDiffTest::lines).toList());
  }

  @Test
  void endsAHunkWithTooLargeCountsAtTheNextFile() {
    UnifiedDiff diff =
        parse(
            """
            --- a/x
            +++ b/x
            @@ -1,7 +1,7 @@
            -a
            +b
            --- a/y
            +++ b/y
            @@ -1 +1 @@
            -c
            +d
            """);

    assertEquals(List.of("x", "y"), diff.stat().paths());
    assertEquals(new DiffStat(List.of("x", "y"), 2, 2), diff.stat());
  }

  @Test
  void undoesTheCrlfOfTransportButKeepsTheCrOfTheFile() {
    assertEquals(LAMP, gitFormat(parse(LAMP.replace("\n", "\r\n"))));

    String dosFile = LAMP.replace("();\n", "();\r\n");
    assertEquals(dosFile, gitFormat(parse(dosFile)));
    assertEquals(
        "\tlight();\r", parse(dosFile).files().get(0).hunks().get(0).lines().get(0).content());
  }

  @Test
  void keepsBytesOfAnyCharset() {
    byte[] latin1 = LAMP.replace("wait", "w\u00e4it").getBytes(ISO_8859_1);
    UnifiedDiff diff = UnifiedDiff.parse(latin1);

    assertEquals(new String(latin1, ISO_8859_1), new String(diff.toGitFormat(), ISO_8859_1));
    assertEquals("\tw\u00e4it();", diff.files().get(0).hunks().get(0).lines().get(3).content());
  }

  @Test
  void attachesTheNoNewlineMarkerBehindTheLastCountedLine() {
    UnifiedDiff diff =
        parse(
            """
            --- a/x
            +++ b/x
            @@ -1 +1,2 @@
            -a
            \\ No newline at end of file
            +a
            +b
            \\ No newline at end of file
            text
            """);
    DiffHunk hunk = diff.files().get(0).hunks().get(0);

    assertEquals("-a|\\ No newline at end of file|+a|+b|\\ No newline at end of file", lines(hunk));
    assertEquals(new DiffStat(List.of("x"), 2, 1), diff.stat());
    assertEquals(3, diff.index().lines());
  }

  @Test
  void leavesCombinedDiffsOut() {
    UnifiedDiff diff =
        parse(
            """
            diff --cc x.c
            index 1,2..3
            --- a/x.c
            +++ b/x.c
            @@@ -1,1 -1,1 +1,2 @@@
            - a
             -b
            ++c
            ++d
            """
                + LAMP);

    assertEquals(List.of("lamp.c"), diff.stat().paths());
  }

  @Test
  void readsManyHunksAndOneHugeLine() {
    StringBuilder text = new StringBuilder("--- a/x\n+++ b/x\n");
    for (int i = 1; i <= 100_000; i++) {
      text.append("@@ -").append(i).append(" +").append(i).append(" @@\n-a\n+b\n");
    }
    text.append("@@ -100001,0 +100001 @@\n+").append("z".repeat(1 << 20)).append('\n');
    UnifiedDiff diff = parse(text.toString());

    assertEquals(new DiffStat(List.of("x"), 100_001, 100_000), diff.stat());
    assertEquals(text.length(), diff.end());
  }
}
