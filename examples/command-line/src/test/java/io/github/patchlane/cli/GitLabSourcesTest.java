package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the commands make of a project export. */
class GitLabSourcesTest {
  private static final String NAME = "tree/project/merge_requests.ndjson";
  private static final String REQUEST =
      """
      {"iid":7,"title":"mend it","author_id":1,"created_at":"2026-01-05T09:00:00.000Z","state":"opened",\
      "draft":false,"target_branch":"main","notes":[{"note":"Why?","author_id":2,"author":{"name":"Bob"},\
      "created_at":"2026-01-06T09:00:00.000Z","system":false,"discussion_id":"d"}]}
      {"iid":8,
      """;

  @TempDir Path folder;
  private String source;

  @BeforeEach
  void write() throws Exception {
    byte[] content = REQUEST.getBytes(StandardCharsets.UTF_8);
    byte[] header = new byte[512];
    put(header, 0, NAME);
    put(header, 124, "%011o ".formatted(content.length));
    header[156] = '0';
    put(header, 148, "        ");
    int sum = 0;
    for (byte b : header) {
      sum += b & 0xff;
    }
    put(header, 148, "%06o".formatted(sum));
    header[154] = 0;
    ByteArrayOutputStream tar = new ByteArrayOutputStream();
    tar.writeBytes(header);
    tar.writeBytes(content);
    tar.writeBytes(new byte[512 - content.length % 512 + 1024]);
    Path file = folder.resolve("export.tar.gz");
    try (GZIPOutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(tar.toByteArray());
    }
    source = "gitlab-export:" + file;
  }

  private static void put(byte[] header, int at, String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, header, at, bytes.length);
  }

  @Test
  void anExportIsListedUnderTheAddressThatIsGiven() {
    Ran ran =
        Ran.of(
            "list",
            source,
            "--format",
            "jsonl",
            "--export-of",
            "https://git.example.org/a/b",
            "--mailmap",
            Fixture.write(folder, "mailmap", ""));

    assertEquals("", ran.err());
    assertEquals(0, ran.status());
    assertTrue(
        ran.out().contains("\"id\":\"gitlab:git.example.org/a/b!7\",\"lane\":\"merge-request\""),
        ran.out());
  }

  @Test
  void itsProblemsAreTold() {
    Ran ran = Ran.of("problems", source);

    assertEquals(0, ran.status());
    assertTrue(ran.out().contains(NAME + " line 2: unreadable: no JSON: "), ran.out());
  }

  @Test
  void oneRequestIsShownByItsNumberedName() {
    Ran ran =
        Ran.of(
            "show",
            source,
            "gitlab:git.example.org/a/b!7",
            "--export-of",
            "https://git.example.org/a/b");

    assertEquals(0, ran.status());
    assertTrue(ran.out().contains("mend it"), ran.out());
    assertTrue(ran.out().contains("Bob"), ran.out());
  }

  @Test
  void itsLatencyIsMeasuredAndWhatIsStalledIsTold() {
    assertEquals(0, Ran.of("latency", source).status());
    assertEquals(0, Ran.of("stalled", source).status());
  }
}
