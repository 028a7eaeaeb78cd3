package io.github.patchlane.mailinglist;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An archive of giants on disk, read by a process that has half a gigabyte. */
@Tag("fuzz")
class HostileArchiveTest {
  private static final String DIFF =
      "---\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n+b\n";

  @Test
  void giantsAreReadThroughTheWholeLaneWithinHalfAGigabyte(@TempDir Path folder)
      throws IOException, InterruptedException {
    Path mbox = folder.resolve("giants.mbox");
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(mbox), 1 << 20)) {
      mail(out, 1, "[PATCH] small", "", DIFF, 1);
      mail(out, 2, "[PATCH] a line of 200 MB", "", "x", 200 << 20);
      mail(
          out,
          3,
          "Re: [PATCH] small",
          "References: " + "<1@x.example> ".repeat(75_000) + "\n",
          "So?\n",
          1);
      mail(
          out,
          4,
          "Re: [PATCH] small",
          "In-Reply-To: <1@x.example>\nContent-Type: multipart/mixed; boundary=b0\n",
          nested(10_000),
          1);
      for (int i = 0; i < 12; i++) {
        mail(
            out,
            10 + i,
            "Re: [PATCH] small",
            "In-Reply-To: <1@x.example>\n",
            "> +b\nWhy?\n",
            2 << 20);
      }
    }
    Path output = folder.resolve("output");
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    Process process =
        new ProcessBuilder(
                java, "-Xmx512m", "-cp", classes, ReadArchive.class.getName(), mbox.toString())
            .redirectOutput(output.toFile())
            .redirectError(folder.resolve("errors").toFile())
            .start();
    assertEquals(0, process.waitFor(), () -> read(folder.resolve("errors")));
    String length = " bytes long; only the first 16777216 were used";
    assertEquals(
        """
        2 contributions, 16 events
        parts nest deeper than 50 levels; those below were left out
        the mail is 209715332%1$s
        the mail is 20971673%1$s
        """
            .formatted(length),
        Files.readString(output));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String nested(int depth) {
    StringBuilder body = new StringBuilder();
    for (int i = 0; i < depth; i++) {
      body.append("--b%d\nContent-Type: multipart/mixed; boundary=b%d\n\n".formatted(i, i + 1));
    }
    return body.toString();
  }

  private static void mail(
      OutputStream out, int id, String subject, String fields, String unit, int times)
      throws IOException {
    String head =
        """
        From ann@x.example Mon Jan  1 10:20:30 2024
        Message-ID: <%d@x.example>
        From: Ann Writer <ann@x.example>
        Date: Tue, 2 Jan 2024 12:00:%02d +0000
        Subject: %s
        %s
        """
            .formatted(id, id, subject, fields);
    out.write(head.getBytes(ISO_8859_1));
    byte[] bytes = unit.getBytes(ISO_8859_1);
    for (int i = 0; i < times; i++) {
      out.write(bytes);
    }
    out.write('\n');
    out.write('\n');
  }
}
