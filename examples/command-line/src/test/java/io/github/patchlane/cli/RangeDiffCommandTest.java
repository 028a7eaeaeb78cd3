package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RangeDiffCommandTest {
  @TempDir Path folder;
  private Path list;

  @BeforeEach
  void writeTheList() {
    list = Fixture.write(folder, "list.mbox", Fixture.MAILS);
  }

  private Ran of(String... more) {
    Object[] words = new Object[more.length + 3];
    words[0] = "range-diff";
    words[1] = list;
    words[2] = "fix@example.org";
    System.arraycopy(more, 0, words, 3, more.length);
    return Ran.of(words);
  }

  @Test
  void comparesTheLastTwoRevisionsAsGitPrintsIt() {
    assertEquals(
        new Ran(
            0,
            """
            1:  fix ! 1:  fix2 fix it
                @@ Commit message
                  ## a.c ##
                 @@
                  before
                -+int x;
                ++int y;
                  after
            """,
            ""),
        of("--creation-factor", "500"));
    assertEquals(of("--creation-factor", "500"), of("v1", "2", "--creation-factor", "500"));
  }

  @Test
  void tooUnlikePatchesAreDroppedAndAdded() {
    assertEquals(
        """
        1:  fix < -:  --- fix it
        -:  --- > 1:  fix2 fix it
        """,
        of().out());
  }

  @Test
  void theOtherWayRoundIsTheOtherWayRound() {
    assertEquals(
        """
        1:  fix2 < -:  ---- fix it
        -:  ---- > 1:  fix fix it
        """,
        of("v2", "v1").out());
  }

  @Test
  void printsJson() {
    assertEquals(
        "{\"schema\":\"patchlane.range-diff/1\",\"contribution\":\"mail:fix@example.org\","
            + "\"before\":\"v1\",\"after\":\"v2\",\"same\":0,\"changed\":0,\"dropped\":1,"
            + "\"added\":1,\"pairs\":[{\"status\":\"dropped\",\"before\":{\"index\":1,"
            + "\"patch\":\"fix@example.org\",\"commit\":null,\"title\":\"fix it\"},\"after\":null,"
            + "\"changes\":[],\"difference\":\"\"},{\"status\":\"added\",\"before\":null,"
            + "\"after\":{\"index\":1,\"patch\":\"fix2@example.org\",\"commit\":null,"
            + "\"title\":\"fix it\"},\"changes\":[],\"difference\":\"\"}]}\n",
        of("--format", "json").out());
  }

  @Test
  void saysWhatIsMissing() {
    assertEquals(
        new Ran(2, "", "patchlane: range-diff: no revision v7 with patches; there is v1, v2\n"),
        of("v7", "v1"));
    assertEquals(
        new Ran(
            2,
            "",
            "patchlane: range-diff: mail:carol@example.org has no two revisions with patches to"
                + " compare\n"),
        Ran.of("range-diff", list, "carol@example.org"));
    assertEquals(2, Ran.of("range-diff", list, "nobody@example.org").status());
    assertEquals(2, of("--creation-factor", "-1").status());
  }
}
