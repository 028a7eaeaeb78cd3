package io.github.patchlane.mailinglist;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.source.Harvest;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Single mails made to cost more than they weigh: time grows as their length does. */
@Tag("fuzz")
class HostileMailTest {
  private static final String DIFF_HEAD = "diff --git a/x b/x\n--- a/x\n+++ b/x\n";

  @Test
  void oneLineWithoutEnd() {
    for (String unit : List.of("x", ">", "> ", " ", "=", "<", "(", "\"", "\0", "-", "@", "1/")) {
      grows(n -> mail("[PATCH] long", "", unit.repeat(n / unit.length())), 4_000_000);
    }
  }

  @Test
  void oneHeaderWithoutEnd() {
    for (String unit :
        List.of("x", "<a@b> ", "(", "\"", "=?utf-8?q?x?= ", "[PATCH ", "[", "Re: ", ", ", "\n ")) {
      for (String name : List.of("To", "References", "In-Reply-To", "X-Any", "Content-Type")) {
        grows(
            n -> mail("[PATCH] x", name + ": " + unit.repeat(n / unit.length()) + "\n", "x\n"),
            1_000_000);
      }
      grows(n -> mail(unit.repeat(n / unit.length()), "", "x\n"), 1_000_000);
    }
  }

  @Test
  void partsWithinPartsTenThousandDeep() {
    grows(
        n -> {
          StringBuilder body = new StringBuilder();
          for (int i = 0; i < n; i++) {
            body.append(
                "--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n".formatted(i, i + 1));
          }
          return mail("[PATCH] x", "Content-Type: multipart/mixed; boundary=b0\n", body.toString());
        },
        10_000);
  }

  @Test
  void partsBesideParts() {
    grows(
        n ->
            mail(
                "[PATCH] x",
                "Content-Type: multipart/mixed; boundary=b\n",
                "--b\n\nx\n".repeat(n) + "--b--\n"),
        100_000);
  }

  @Test
  void aMillionQuotedLines() {
    grows(n -> mail("Re: [PATCH] x", "", "> quoted\n".repeat(n) + "mine\n"), 1_000_000);
  }

  @Test
  void quotedLinesAndOwnWordsInTurn() {
    grows(n -> mail("Re: [PATCH] x", "", "> +x;\nWhy?\n".repeat(n)), 100_000);
  }

  @Test
  void everyLineOfALongPatchIsTheSameAndIsCommentedUpon() {
    Growth.assertNearLinear(
        n ->
            List.of(
                mail(
                    "[PATCH] x",
                    "",
                    "---\n"
                        + DIFF_HEAD
                        + "@@ -0,0 +1,%d @@\n".formatted(n)
                        + "+x = y;\n".repeat(n)),
                mail("Re: [PATCH] x", "In-Reply-To: <1@x.example>\n", "> +x = y;\nWhy?\n".repeat(n))
                    .replace("<1@x.example>\nFrom", "<2@x.example>\nFrom")),
        ReadingWhole::harvest,
        4_000);
  }

  @Test
  void aMillionHunks() {
    grows(
        n -> mail("[PATCH] x", "", "---\n" + DIFF_HEAD + "@@ -1 +1 @@\n-a\n+b\n".repeat(n)),
        400_000);
  }

  @Test
  void halfAMillionFiles() {
    grows(
        n -> {
          StringBuilder body = new StringBuilder("---\n");
          for (int i = 0; i < n; i++) {
            body.append("--- a/%1$d\n+++ b/%1$d\n@@ -1 +1 @@\n-a\n+b\n".formatted(i));
          }
          return mail("[PATCH] x", "", body.toString());
        },
        200_000);
  }

  @Test
  void linesThatTemptEveryExpression() {
    List<String> units =
        List.of(
            "a-",
            "Reviewed-",
            "Reviewed-by: ",
            "for patches ",
            "1, ",
            "1-2 and ",
            "1/2, ",
            "the ",
            "all series ",
            "everything but ",
            "please add my ",
            "feel free to add my ",
            "you can push it with my ",
            "drop my ",
            "if you ",
            "with that fixed ",
            "applied ",
            "applied, thanks. ",
            "v2 ",
            "v1: https://lore.kernel.org/r/",
            "http://",
            "<a@",
            "a.a@a.",
            "On Mon wrote ",
            "wrote (",
            "12:00 ",
            "thanks for ",
            "looks good ",
            "|SUCCESS",
            "success for ",
            "Test-Label: ",
            "[1] ",
            "\t ",
            ", ",
            "... ",
            "'",
            "\u00e9",
            "A1 ",
            "Supersedes: ");
    for (String unit : units) {
      for (String end : List.of("", "\n", "!\n> x\n")) {
        grows(
            n ->
                mail(
                    "Re: [PATCH 0/2] x",
                    "",
                    (unit.repeat(Math.max(1, 400 / unit.length())) + end)
                        .repeat(Math.max(1, n / 400))),
            100_000);
        grows(n -> mail("Re: [PATCH 0/2] x", "", unit.repeat(n / unit.length()) + end), 100_000);
        grows(n -> mail("[PATCH 0/2] x", "", unit.repeat(n / unit.length()) + end), 100_000);
      }
    }
  }

  private static void grows(IntFunction<String> mail, int size) {
    Harvest harvest =
        Growth.assertNearLinear(n -> List.of(mail.apply(n)), ReadingWhole::harvest, size);
    assertEquals(1, harvest.items());
  }

  private static String mail(String subject, String fields, String body) {
    return """
        Message-ID: <1@x.example>
        From: Ann Writer <ann@x.example>
        Date: Tue, 2 Jan 2024 12:00:00 +0000
        Subject: %s
        %s
        %s"""
        .formatted(subject, fields, body);
  }
}
