package io.github.patchlane.mailinglist.series;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.source.Position;
import io.github.patchlane.mailinglist.message.MessageParser;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PatchNotesTest {
  private static final String DIFF =
      """
      diff --git a/pump.c b/pump.c
      --- a/pump.c
      +++ b/pump.c
      @@ -1 +1 @@
      -run();
      +stop();
      """;

  private static String notes(String subject, String body) {
    String mail =
        "From: Ann Author <ann@example.org>\nMessage-ID: <m@example.org>\nSubject: "
            + subject
            + "\nDate: Wed, 2 Jan 2030 12:00:00 +0000\n\n"
            + body;
    return PatchMailReader.notes(
        MessageParser.parse(mail.getBytes(StandardCharsets.UTF_8), new Position("list", "1"))
            .message()
            .orElseThrow());
  }

  private static String patch(String between) {
    return notes(
        "[PATCH v2] pump: stop",
        "It ran on.\n\nSigned-off-by: Ann Author <ann@example.org>\n---\n"
            + between
            + "\n"
            + DIFF
            + "-- \n2.44.0\n");
  }

  @Test
  void whatStandsBelowTheDashesIsKeptAndTheStatisticsAreNot() {
    assertEquals(
        "Changes in v2:\n - stop at once\n\nTested on two pumps.",
        patch(
            """
            Changes in v2:
             - stop at once

            Tested on two pumps.

             pump.c         | 2 +-
             image.bin      | Bin 0 -> 12 bytes
             2 files changed, 1 insertion(+), 1 deletion(-)
             create mode 100644 image.bin
             rename old.c => new.c (90%)
            """));
  }

  @Test
  void aPatchWithStatisticsOnlyHasNone() {
    assertEquals("", patch(" pump.c | 2 +-\n 1 file changed, 1 insertion(+), 1 deletion(-)\n"));
    assertEquals("", patch(""));
  }

  @Test
  void aTableOfTheAuthorsOwnIsNoStatistics() {
    assertEquals("before | 12 ms\nafter | 3 ms", patch("before | 12 ms\nafter | 3 ms\n"));
    assertEquals("run | fast", patch(" run | fast\n"));
  }

  @Test
  void aPatchWithoutDashesHasNone() {
    assertEquals("", notes("[PATCH] pump: stop", "It ran on.\n\n" + DIFF));
  }

  @Test
  void dashesWithinTheDiffAreNone() {
    assertEquals("", notes("[PATCH] pump: stop", "It ran on.\n\n" + DIFF + "\n---\nno note\n"));
  }

  @Test
  void aCoverLetterIsAllNotesButForItsSignature() {
    assertEquals(
        "The pump ran on.\n\nAnn Author (2):\n  pump: stop\n  doc: say so\n\n pump.c | 2 +-",
        notes(
            "[PATCH 0/2] stop the pump",
            """
            The pump ran on.

            Ann Author (2):
              pump: stop
              doc: say so

             pump.c | 2 +-

            --\s
            2.44.0
            """));
  }
}
