package io.github.patchlane.gitlab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.UnreadableSourceException;
import io.github.patchlane.gitlab.identity.UserMap;
import io.github.patchlane.gitlab.testkit.ExportArchiveWriter;
import io.github.patchlane.gitlab.testkit.ExportedRequestJson;
import io.github.patchlane.gitlab.testkit.ExportedRequestJson.Dialect;
import io.github.patchlane.gitlab.testkit.TarWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitLabExportTest {
  private static final Instant CREATED = Instant.parse("2026-01-05T09:00:00Z");

  @TempDir private Path folder;

  private static ExportedRequestJson request(int iid) {
    return new ExportedRequestJson(Dialect.NEW, iid, "no. " + iid, 101, CREATED);
  }

  private Harvest read(byte[] tar) {
    return read(ExportArchiveWriter.write(folder.resolve("x.tar.gz"), tar));
  }

  private static Harvest read(Path archive) {
    try (GitLabExport export = GitLabExport.open(archive, GitLabReadOptions.DEFAULT)) {
      return export.read();
    }
  }

  private static List<String> reasons(Harvest harvest) {
    return harvest.problems().stream().map(p -> p.position().place() + ": " + p.reason()).toList();
  }

  @Test
  void linesThatAreNoneAreProblemsWithTheirNumber() {
    Harvest harvest =
        read(
            new ExportArchiveWriter()
                .request(request(1).line())
                .request("[1]")
                .request("{\"iid\":0,\"title\":\"x\"}")
                .request("{\"iid\":4,\"created_at\":\"yesterday\"}")
                .request("{\"iid\":5}")
                .request("{} {}")
                .request("{\"iid\":" + "[".repeat(5000))
                .request(request(1).line())
                .request("")
                .request(request(2).line())
                .tar()
                .bytes());

    assertEquals(
        List.of("no. 1", "no. 2"),
        harvest.contributions().stream().map(Contribution::title).toList());
    String file = "tree/project/merge_requests.ndjson line ";
    List<String> reasons = reasons(harvest);
    assertEquals(file + "2: the line is no JSON object", reasons.get(0));
    assertEquals(file + "3: iid is no merge request's number: 0", reasons.get(1));
    assertEquals(file + "4: created_at is no instant: \"yesterday\"", reasons.get(2));
    assertEquals(file + "5: created_at is missing", reasons.get(3));
    assertEquals(file + "6: more than an object stands on the line", reasons.get(4));
    assertTrue(reasons.get(5).startsWith(file + "7: no JSON: "), reasons.get(5));
    assertEquals(file + "9: the line is no JSON object", reasons.get(6));
    assertEquals(file + "8: a line above has the same number", reasons.get(7));
    assertEquals(8, reasons.size());
    assertEquals(10, harvest.items());
  }

  @Test
  void aDamagedNoteCostsItselfOnly() {
    ExportedRequestJson request = request(1).note(102, "Bob", CREATED.plusSeconds(60), "Why?");
    request.json().withArray("notes").addObject().put("note", "when?").put("created_at", "never");
    request.json().withArray("notes").add("no note");
    Harvest harvest = read(new ExportArchiveWriter().request(request.line()).tar().bytes());

    assertEquals(2, harvest.contributions().get(0).events().size());
    assertEquals(
        List.of(
            "tree/project/merge_requests.ndjson line 1: a note: created_at is no instant:"
                + " \"never\"; it was left out",
            "tree/project/merge_requests.ndjson line 1: a note: an object was expected, not a"
                + " string; it was left out"),
        reasons(harvest));
  }

  @Test
  void namesThatLeadElsewhereLeadNowhere() throws Exception {
    TarWriter tar =
        new TarWriter()
            .file("../../outside", "x")
            .file("/tmp/patchlane-outside", "x")
            .entry("tree/project/merge_requests.ndjson", '2', new byte[0])
            .file("./tree/project/../project/merge_requests.ndjson", "{}\n")
            .file("tree/project/merge_requests.ndjson", request(1).line() + "\n");

    assertEquals(1, read(tar.bytes()).contributions().size());
    assertFalse(Files.exists(Path.of("/tmp/patchlane-outside")));
    assertFalse(Files.exists(folder.resolve("../../outside")));
  }

  @Test
  void longNamesOfBothKindsAreUnderstood() {
    String name = "tree/project/merge_requests.ndjson";
    String pax = "path=" + name + "\n";
    String record = (pax.length() + 3) + " " + pax;
    byte[] line = (request(1).line() + "\n").getBytes(StandardCharsets.UTF_8);
    assertEquals(
        1,
        read(new TarWriter()
                .entry("x", 'x', record.getBytes(StandardCharsets.UTF_8))
                .file("short", line)
                .bytes())
            .contributions()
            .size());
    assertEquals(
        1,
        read(new TarWriter()
                .entry("././@LongLink", 'L', (name + "\0").getBytes(StandardCharsets.UTF_8))
                .file("short", line)
                .bytes())
            .contributions()
            .size());
  }

  @Test
  void anArchiveThatBreaksOffIsReadAsFarAsItGoes() {
    TarWriter tar = new TarWriter();
    tar.file("tree/project/merge_requests.ndjson", request(1).line() + "\n");
    tar.truncated("project.bundle", 1L << 33);
    Harvest harvest = read(tar.open());

    assertEquals(1, harvest.contributions().size());
    assertTrue(
        reasons(harvest).stream().anyMatch(r -> r.contains("breaks off")), harvest.toString());
  }

  @Test
  void aBundleThatIsNoneIsAProblemAndRequestsAreReadWithoutIt() {
    Harvest harvest =
        read(
            new ExportArchiveWriter()
                .request(request(1).line())
                .bundle("# v2 git bundle\nnonsense".getBytes(StandardCharsets.UTF_8))
                .tar()
                .bytes());

    assertEquals(1, harvest.contributions().size());
    assertEquals(Problem.Kind.UNREADABLE, harvest.problems().get(0).kind());
    assertEquals("project.bundle", harvest.problems().get(0).position().place());
  }

  @Test
  void whatIsNoExportIsSaidToBeNone() throws Exception {
    Path text = Files.writeString(folder.resolve("text"), "hello ".repeat(200));
    Path empty = Files.writeString(folder.resolve("empty"), "");
    Path other =
        ExportArchiveWriter.write(
            folder.resolve("other"), new TarWriter().file("README", "hello").bytes());

    for (Path path : List.of(text, empty, other, folder.resolve("missing"))) {
      UnreadableSourceException thrown =
          assertThrows(UnreadableSourceException.class, () -> read(path));
      String message = String.valueOf(thrown.getMessage());
      assertTrue(message.contains("export"), path.getFileName() + message);
    }
  }

  @Test
  void linesOfManyMegabytesAreNotHeld() {
    ExportedRequestJson request = request(1);
    StringBuilder line = new StringBuilder(request.line());
    line.setLength(line.length() - 1);
    line.append(",\"merge_request_diff\":{\"merge_request_diff_files\":[");
    String file = "{\"utf8_diff\":\"" + "x".repeat(100_000) + "\"}";
    line.append((file + ",").repeat(400)).append(file).append("]}}");
    Harvest harvest =
        read(
            new ExportArchiveWriter()
                .request(line.toString())
                .request(request(2).line())
                .tar()
                .bytes());
    assertEquals(2, harvest.contributions().size());
    assertEquals(List.of(), harvest.problems());
  }

  @Test
  void itsProjectIsNamedByItsLinksOrByTheCaller() {
    ExportedRequestJson request =
        request(1)
            .push(
                101,
                "Sub",
                CREATED.plusSeconds(9000),
                12,
                new io.github.patchlane.core.contribution.CommitId("1".repeat(40)));
    Path archive =
        new ExportArchiveWriter().request(request.line()).write(folder.resolve("a.tar.gz"));

    assertEquals(
        "gitlab:gitlab.invalid/story/book!1", read(archive).contributions().get(0).id().value());
    try (GitLabExport export =
        GitLabExport.open(
            archive,
            ProjectAddress.parse("https://git.example.org/a/b").orElseThrow(),
            GitLabReadOptions.DEFAULT.withUsers(
                UserMap.parse("users", "sub1\tAda Lowe <ada@example.org>\n")))) {
      Contribution named = export.read().contributions().get(0);
      assertEquals("gitlab:git.example.org/a/b!1", named.id().value());
      assertEquals(2, named.revisions().size());
      assertEquals("Sub", named.submitter().name());
    }
    Path mapped =
        new ExportArchiveWriter()
            .request(request.line())
            .member(101, "sub1", "")
            .write(folder.resolve("b.tar.gz"));
    try (GitLabExport export =
        GitLabExport.open(
            mapped,
            GitLabReadOptions.DEFAULT.withUsers(
                UserMap.parse("users", "@Sub1\tAda Lowe <ada@example.org>\n")))) {
      assertEquals(
          "Ada Lowe <ada@example.org>",
          export.read().contributions().get(0).submitter().toString());
    }
  }
}
