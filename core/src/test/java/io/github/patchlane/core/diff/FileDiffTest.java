package io.github.patchlane.core.diff;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;

class FileDiffTest {
  private static final String HUNK =
      """
      @@ -1 +1 @@
      -a
      +b
      """;

  private static UnifiedDiff diff(String text) {
    return UnifiedDiff.parse(text.getBytes(UTF_8));
  }

  /** Change, old and new path of each file. */
  private static List<String> names(String text) {
    return diff(text).files().stream()
        .map(f -> f.change() + " " + f.oldPath().orElse("-") + " " + f.newPath().orElse("-"))
        .toList();
  }

  private static String gitFormat(String text) {
    return new String(diff(text).toGitFormat(), UTF_8);
  }

  @Test
  void unquotesOctalNames() {
    String text =
        """
        diff --git "a/gr\\303\\274n\\t\\"x\\".c" "b/gr\\303\\274n\\t\\"x\\".c"
        --- "a/gr\\303\\274n\\t\\"x\\".c"
        +++ "b/gr\\303\\274n\\t\\"x\\".c"
        """
            + HUNK;

    assertEquals(List.of("MODIFIED gr\u00fcn\t\"x\".c gr\u00fcn\t\"x\".c"), names(text));
    assertEquals(text, gitFormat(text));
  }

  @Test
  void fallsBackToLatin1ForNamesThatAreNotUtf8() {
    String text =
        """
        diff --git "a/gr\\374n" "b/gr\\374n"
        deleted file mode 100644
        """;

    assertEquals(List.of("DELETED gr\u00fcn -"), names(text));
  }

  @Test
  void keepsBlanksInNamesAndCutsTheTabBehindThem() {
    String text =
        """
        diff --git a/two words.c b/two words.c
        --- a/two words.c\t
        +++ b/two words.c\t
        """
            + HUNK;

    assertEquals(List.of("MODIFIED two words.c two words.c"), names(text));
    assertEquals(text, gitFormat(text));
  }

  @Test
  void readsDiffsMadeWithoutPrefixAndWritesThemWithOne() {
    assertEquals(
        """
        diff --git a/src/x.c b/src/x.c
        index 12..34 100644
        --- a/src/x.c
        +++ b/src/x.c
        """
            + HUNK,
        gitFormat(
            """
            diff --git src/x.c src/x.c
            index 12..34 100644
            --- src/x.c
            +++ src/x.c
            """
                + HUNK));
  }

  @Test
  void takesNoDirectoryNamedLikeAPrefixForOne() {
    assertEquals(
        List.of("MODIFIED b/x.c b/x.c", "ADDED - a/y.c"),
        names(
            """
            diff --git b/x.c b/x.c
            --- b/x.c
            +++ b/x.c
            """
                + HUNK
                + """
            diff --git a/y.c a/y.c
            new file mode 100644
            --- /dev/null
            +++ a/y.c
            @@ -0,0 +1 @@
            +a
            """));
  }

  @Test
  void readsMnemonicPrefixes() {
    assertEquals(
        List.of("MODIFIED x.c x.c"),
        names("diff --git i/x.c w/x.c\n--- i/x.c\n+++ w/x.c\n" + HUNK));
  }

  @Test
  void readsPlainDiffsOfTwoTreesWithTimes() {
    String text =
        """
        diff -urN lamp.orig/src/x.c lamp/src/x.c
        --- lamp.orig/src/x.c\t2024-01-02 03:04:05.000000000 +0100
        +++ lamp/src/x.c\t2024-01-02 03:04:06.000000000 +0100
        """
            + HUNK
            + """
        diff -urN lamp.orig/new.c lamp/new.c
        --- lamp.orig/new.c 1970-01-01 00:00:00.000000000 +0000
        +++ lamp/new.c 2024-01-02 03:04:06.000000000 +0100
        @@ -0,0 +1 @@
        +a
        """;

    assertEquals(List.of("MODIFIED src/x.c src/x.c", "ADDED - new.c"), names(text));
    assertEquals(
        """
        diff --git a/src/x.c b/src/x.c
        --- a/src/x.c
        +++ b/src/x.c
        """
            + HUNK
            + """
        diff --git a/new.c b/new.c
        new file mode 100644
        --- /dev/null
        +++ b/new.c
        @@ -0,0 +1 @@
        +a
        """,
        gitFormat(text));
  }

  @Test
  void startsAtTheIndexLineOfSubversionAndQuilt() {
    String text =
        """
        A message.

        Index: src/x.c
        ===================================================================
        --- src/x.c\t(revision 12)
        +++ src/x.c\t(working copy)
        """
            + HUNK
            + """
        Index: lamp/y.c
        ===================================================================
        --- lamp.orig/y.c
        +++ lamp/y.c
        """
            + HUNK;

    assertEquals(List.of("MODIFIED src/x.c src/x.c", "MODIFIED y.c y.c"), names(text));
    assertEquals(text.indexOf("Index:"), diff(text).start());
  }

  @Test
  void readsMercurialsOwnFormat() {
    assertEquals(
        List.of("MODIFIED src/x.c src/x.c", "DELETED y.c -"),
        names(
            """
            diff -r 0123456789ab -r ba9876543210 src/x.c
            --- a/src/x.c\tThu Jan 01 00:00:00 2024 +0000
            +++ b/src/x.c\tThu Jan 01 00:00:01 2024 +0000
            """
                + HUNK
                + """
            diff -r 0123456789ab -r ba9876543210 y.c
            --- a/y.c\tThu Jan 01 00:00:00 2024 +0000
            +++ /dev/null\tThu Jan 01 00:00:00 1970 +0000
            @@ -1,1 +0,0 @@
            -a
            """));
  }

  @Test
  void readsRenamesCopiesAndModes() {
    UnifiedDiff diff =
        diff(
            """
            diff --git a/old.c b/new.c
            similarity index 87%
            rename from old.c
            rename to new.c
            diff --git a/x.c b/copy.c
            similarity index 100%
            copy from x.c
            copy to copy.c
            diff --git a/run.sh b/run.sh
            old mode 100644
            new mode 100755
            """);
    FileDiff renamed = diff.files().get(0);
    FileDiff mode = diff.files().get(2);

    assertEquals(
        List.of("RENAMED old.c new.c", "COPIED x.c copy.c", "MODIFIED run.sh run.sh"),
        diff.files().stream()
            .map(f -> f.change() + " " + f.oldPath().get() + " " + f.newPath().get())
            .toList());
    assertEquals(OptionalInt.of(87), renamed.similarity());
    assertEquals(
        List.of(OptionalInt.of(0100644), OptionalInt.of(0100755)),
        List.of(mode.oldMode(), mode.newMode()));
    assertEquals(new DiffStat(List.of("copy.c", "new.c", "old.c", "run.sh"), 0, 0), diff.stat());
  }

  @Test
  void readsBinaryFilesOfEveryKind() {
    String text =
        """
        diff --git a/a.png b/a.png
        index 1111111..2222222 100644
        Binary files a/a.png and b/a.png differ
        diff --git a/b.png b/b.png
        new file mode 100644
        index 0000000000000000000000000000000000000000..2222222222222222222222222222222222222222
        GIT binary patch
        literal 3
        KcmYdHO-cX&0RRC1

        literal 0
        HcmV?d00001

        diff --git a/c.png b/c.png
        index 3333333333333333333333333333333333333333..2222222222222222222222222222222222222222
        GIT binary patch
        delta 3
        KcmYdHO-cX&0RRC1

        delta 3
        KcmYdHO-cX&0RRC1

        """;
    UnifiedDiff diff = diff(text);

    assertEquals(
        List.of(
            FileDiff.Content.BINARY_OMITTED,
            FileDiff.Content.BINARY_LITERAL,
            FileDiff.Content.BINARY_DELTA),
        diff.files().stream().map(FileDiff::content).toList());
    assertEquals(Optional.empty(), diff.files().get(1).oldBlob());
    assertEquals(Optional.of("2".repeat(40)), diff.files().get(1).newBlob());
    assertEquals(text, new String(diff.toGitFormat(), UTF_8));
  }
}
