package io.github.patchlane.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.jsonl.JsonLinesSource;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ContributionNameTest {
  private static final String SERIES =
      """
      {"schema":"patchlane.contribution/1","id":"mail:cover@example.org","lane":"mailing-list",\
      "title":"t","submitter":{"name":"A","email":"a@example.org"},"openedAt":"2024-01-15T10:10:10Z",\
      "state":"open","revisions":[{"number":1,"postedAt":"2024-01-15T10:10:10Z",\
      "cover":"cover@example.org","base":null,"patches":[{"index":1,"total":1,\
      "id":"Part-1@example.org","subject":"s","author":{"name":"A","email":"a@example.org"},\
      "patchId":null}],"missing":[],"evidence":"posting"}],"events":[{"type":"commented",\
      "at":"2024-01-16T10:10:10Z","by":{"name":"B","email":"b@example.org","bot":false},\
      "revision":1,"on":"cover@example.org","source":"answer@example.org","trailer":null,\
      "anchor":null,"substantive":true}],"landings":[]}
      """;

  private static String request(String project) {
    return """
    {"schema":"patchlane.contribution/1","id":"gitlab:%1$s!12","lane":"merge-request",\
    "title":"t","submitter":{"name":"A","email":"a@example.org"},"openedAt":"2024-01-15T10:10:10Z",\
    "state":"open","revisions":[{"number":1,"postedAt":"2024-01-15T10:10:10Z",\
    "cover":"https://%1$s/-/merge_requests/12","base":null,"patches":[],"missing":[],\
    "evidence":"posting"}],"events":[{"type":"commented",\
    "at":"2024-01-16T10:10:10Z","by":{"name":"B","email":"b@example.org","bot":false},\
    "revision":1,"on":null,"source":"https://%1$s/-/merge_requests/12#note_5","trailer":null,\
    "anchor":null,"substantive":true}],"landings":[]}
    """
        .formatted(project);
  }

  private static List<Contribution> read(String lines) {
    return JsonLinesSource.of(
            "lines", new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)))
        .read()
        .contributions();
  }

  private static String found(String name, String lines) {
    return new ContributionName(name).in(read(lines), "show", "list.git").id().value();
  }

  @ParameterizedTest
  @CsvSource({
    "mail:cover@example.org",
    "cover@example.org",
    "<cover@example.org>",
    "mail:<cover@example.org>",
    "part-1@example.org",
    "mail:Part-1@example.org",
    "answer@example.org",
    "<answer@example.org>",
    "https://lore.kernel.org/xen-devel/cover@example.org/",
    "https://lore.kernel.org/r/Part-1@example.org",
    "https://lore.kernel.org/xen-devel/answer@example.org/T/#u",
    "https://lists.example.org/mid/answer%40example.org",
  })
  void aSeriesGoesByAnyOfItsMails(String name) {
    assertEquals("mail:cover@example.org", found(name, SERIES + request("git.example.org/a/b")));
  }

  @ParameterizedTest
  @CsvSource({
    "gitlab:git.example.org/a/b!12",
    "!12",
    "mr:12",
    "mr:!12",
    "https://git.example.org/a/b/-/merge_requests/12",
    "https://git.example.org/a/b/-/merge_requests/12/diffs",
    "https://git.example.org/a/b/-/merge_requests/12#note_5",
    "https://git.example.org/a/b/-/merge_requests/12?tab=commits",
  })
  void aMergeRequestGoesByItsNumberAndItsPage(String name) {
    assertEquals(
        "gitlab:git.example.org/a/b!12", found(name, SERIES + request("git.example.org/a/b")));
  }

  @ParameterizedTest
  @CsvSource({
    "12",
    "!1",
    "!2",
    "mr:2",
    "example.org",
    "https://git.example.org/a/b/-/merge_requests/1",
    "https://git.example.org/a/c/-/merge_requests/12",
  })
  void whatNamesNothingIsTold(String name) {
    UsageException told =
        assertThrows(
            UsageException.class, () -> found(name, SERIES + request("git.example.org/a/b")));
    assertEquals(
        "show: list.git holds no contribution with \""
            + name
            + "\"; `patchlane list list.git --format jsonl` names them all",
        told.getMessage());
  }

  @Test
  void whatNamesTwoIsNotGuessed() {
    String two = request("git.example.org/a/b") + request("git.example.org/c/d");
    UsageException told = assertThrows(UsageException.class, () -> found("!12", two));
    assertEquals(
        "show: \"!12\" is in 2 contributions; name one: gitlab:git.example.org/a/b!12,"
            + " gitlab:git.example.org/c/d!12",
        told.getMessage());
    assertEquals("gitlab:git.example.org/c/d!12", found("gitlab:git.example.org/c/d!12", two));
  }
}
