package io.github.patchlane.core.jsonl;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.source.Position;
import io.github.patchlane.core.source.Problem;
import io.github.patchlane.core.source.Reading;
import io.github.patchlane.core.source.UnreadableSourceException;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JsonLinesTest {
  private static final Position HERE = new Position("a.jsonl", "line 1");

  /** The schema's fields in the schema's order, each followed by what was added to it since. */
  private static final String LINE =
      """
      {"schema":"patchlane.contribution/1",
      "id":"mail:1@example.org","lane":"mailing-list","title":"fix \\"it\\" \u00e9 \\u0007",
      "submitter":{"name":"Ann","email":"ann@example.org"},
      "openedAt":"2024-01-15T10:10:10Z","state":"partly-landed",
      "revisions":[
      {"number":2,"postedAt":"2024-01-15T10:10:10Z","cover":"0@example.org",
      "base":"1111111111111111111111111111111111111111","patches":[
      {"index":1,"total":3,"id":"1@example.org","subject":"one",
      "author":{"name":"","email":"dora@example.org"},
      "patchId":"2222222222222222222222222222222222222222","netChange":"00000000000000ff",
      "paths":["a.c","b.c"],"added":3,"removed":1},
      {"index":3,"total":null,"id":"4444444444444444444444444444444444444444","subject":"three",
      "author":{"name":"Ann","email":"ann@example.org"},
      "patchId":null,"netChange":null,"paths":[],"added":0,"removed":0}],
      "missing":[2],"evidence":"change-id",
      "label":"v2.1","kind":"rfc","confidence":0.97,"reason":"the same change-id"}],
      "events":[
      {"type":"revision-posted","at":"2024-01-15T10:10:10Z",
      "by":{"name":"Ann","email":"ann@example.org","bot":false},"revision":2,"on":null,
      "source":"0@example.org","trailer":null,"anchor":null,"substantive":false},
      {"type":"commented","at":"2024-01-16T10:10:10.500Z",
      "by":{"name":"Bob","email":"bob@example.org","bot":false},"revision":2,"on":"1@example.org",
      "source":"https://example.org/notes/1","trailer":"Acked-by: Bob <bob@example.org>",
      "anchor":{"patch":"1@example.org","path":"a/b.c","line":42,"side":"old"},"substantive":true},
      {"type":"approved","at":"2024-01-17T10:10:10Z",
      "by":{"name":"Bob","email":"bob@example.org","bot":false},"revision":null,"on":null,
      "source":"5@example.org","trailer":"Reviewed-by: Bob <bob@example.org>","anchor":null,
      "substantive":true},
      {"type":"checked","at":"2024-01-18T10:10:10Z",
      "by":{"name":"CI","email":"ci@example.org","bot":true},"revision":2,"on":null,
      "source":"6@example.org","trailer":null,"anchor":null,"substantive":false,
      "check":"build","passed":null},
      {"type":"closed","at":"2024-01-19T10:10:10Z",
      "by":{"name":"Ann","email":"ann@example.org","bot":false},"revision":2,"on":null,
      "source":"7@example.org","trailer":null,"anchor":null,"substantive":true,
      "reason":"withdrawn"}],
      "landings":[
      {"patch":"1@example.org","commit":"3333333333333333333333333333333333333333",
      "landedAt":"2024-02-01T00:00:00Z","evidence":"patch-id","confidence":0.99,
      "reason":"equal patch-ids","role":"part","branch":"stable",
      "revertedBy":"4444444444444444444444444444444444444444",
      "revertedAt":"2024-02-03T00:00:00Z"}]}
      """
          .replace("\n", "");

  @Test
  void aLineIsReadAndWrittenByteForByteAsTheSchemaSays() {
    assertEquals(LINE, ContributionWriter.line(read(LINE)));
  }

  @Test
  void whatTheSchemaDidNotNameAtFirstMayBeLeftOut() {
    String bare =
        """
        {"schema":"patchlane.contribution/1","id":"mail:1@example.org","lane":"mailing-list",
        "title":"t","submitter":{"name":"Ann","email":"a@example.org"},
        "openedAt":"2024-01-15T10:10:10Z","state":"open","revisions":[{"number":1,
        "postedAt":"2024-01-15T10:10:10Z","cover":null,"base":null,"patches":[],"missing":[],
        "evidence":"posting"}],"events":[],"landings":[]}
        """
            .replace("\n", "");

    assertEquals(
        bare.replace(
            "\"evidence\":\"posting\"",
            "\"evidence\":\"posting\",\"label\":\"v1\",\"kind\":\"proposal\","
                + "\"confidence\":1.0,\"reason\":\"\""),
        ContributionWriter.line(read(bare)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"id\":\"mail:1@example.org\"      | \"id\":\"nonsense\"      | id",
        "\"lane\":\"mailing-list\"          | \"lane\":\"pigeon\"      | lane",
        "\"title\":                         | \"tilte\":               | title",
        "\"submitter\":{                    | \"submitter\":7,\"x\":{  | submitter",
        "\"openedAt\":\"2024-01-15T         | \"openedAt\":\"yesterday | openedAt",
        "\"state\":\"partly-landed\"        | \"state\":\"lost\"       | state",
        "\"revisions\":[                    | \"revisions\":[7,        | revisions",
        "\"number\":2                       | \"number\":2.5           | revisions[0].number",
        "\"cover\":\"0@example.org\"        | \"cover\":0              | revisions[0].cover",
        "\"base\":\"1111                    | \"base\":\"x111          | revisions[0].base",
        "\"index\":1                        | \"index\":0              |"
            + " revisions[0].patches[0].index",
        "\"total\":3                        | \"total\":\"3\"          |"
            + " revisions[0].patches[0].total",
        "\"id\":\"4444                      | \"id\":\" \",\"x\":\"4   |"
            + " revisions[0].patches[1].id",
        "\"name\":\"\"                      | \"nom\":\"\"             |"
            + " revisions[0].patches[0].author.name",
        "\"patchId\":\"2222                 | \"patchId\":\"22         |"
            + " revisions[0].patches[0].patchId",
        "\"netChange\":\"00                 | \"netChange\":\"zz       |"
            + " revisions[0].patches[0].netChange",
        "\"paths\":[\"a.c\"                 | \"paths\":[1             |"
            + " revisions[0].patches[0].paths",
        "\"added\":3                        | \"added\":-3             |"
            + " revisions[0].patches[0].added",
        "\"missing\":[2]                    | \"missing\":[\"2\"]      | revisions[0].missing",
        "\"evidence\":\"change-id\"         | \"evidence\":\"hope\"    | revisions[0].evidence",
        "\"confidence\":0.97                | \"confidence\":97        | revisions[0].confidence",
        "\"kind\":\"rfc\"                   | \"kind\":\"joke\"        | revisions[0].kind",
        "\"type\":\"commented\"             | \"type\":\"sung\"        | events[1].type",
        "\"at\":\"2024-01-16T               | \"at\":\"16T             | events[1].at",
        "\"bot\":true                       | \"bot\":\"yes\"          | events[3].by.bot",
        "\"revision\":null                  | \"revision\":\"\"        | events[2].revision",
        "\"source\":\"7@example.org\"       | \"source\":null          | events[4].source",
        "\"trailer\":\"Reviewed-by:         | \"trailer\":\"           | events[2].trailer",
        "\"line\":42                        | \"line\":0               | events[1].anchor.line",
        "\"side\":\"old\"                   | \"side\":\"left\"        | events[1].anchor.side",
        "\"passed\":null                    | \"passed\":1             | events[3].passed",
        "\"reason\":\"withdrawn\"           | \"reason\":\"dull\"      | events[4].reason",
        "\"commit\":\"3333                  | \"commit\":\"33          | landings[0].commit",
        "\"landedAt\":\"2024-02-01T         | \"landedAt\":\"T         | landings[0].landedAt"
      })
  void aDamagedFieldIsOneProblemThatNamesIt(String good, String bad, String field) {
    assertTrue(LINE.contains(good), good);
    Problem problem = rejected(LINE.replace(good, bad));

    assertTrue(problem.reason().startsWith("no contribution: \"" + field + "\""), problem.reason());
    assertEquals(HERE, problem.position());
  }

  @Test
  void anotherSchemaIsNotGuessedAt() {
    assertEquals(
        new Problem(
            Problem.Kind.UNREADABLE,
            HERE,
            "",
            "",
            "\"schema\" is patchlane.contribution/2, not patchlane.contribution/1"),
        rejected(LINE.replace("contribution/1", "contribution/2")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{", "", "null", "[]", "7", "{}", "\"text\"", "{\"schema\":", "\u0000"})
  void whatIsNoContributionIsOneProblem(String line) {
    assertEquals(Problem.Kind.UNREADABLE, rejected(line).kind());
  }

  @Test
  void whatFollowsTheObjectOnItsLineIsNotPassedOver() {
    assertEquals(Problem.Kind.UNREADABLE, rejected(LINE + "{}").kind());
  }

  @Test
  void aDamagedLineIsToldByItsNumberAndTheOthersAreRead() {
    Harvest harvest = source(LINE + "\n\n{\n" + LINE.replace("mail:1@", "mail:2@") + "\n").read();

    assertEquals(2, harvest.contributions().size());
    assertEquals(
        "[standard input, line 3]",
        harvest.problems().stream().map(Problem::position).toList().toString());
    assertEquals(Optional.of("2024-01-19T10:10:10Z"), harvest.newest().map(Object::toString));
  }

  @Test
  void aSourceWithoutAnyContributionSaysWhatToName() {
    UnreadableSourceException empty =
        assertThrows(UnreadableSourceException.class, () -> source("\n\n").read());
    UnreadableSourceException absent =
        assertThrows(
            UnreadableSourceException.class, () -> JsonLinesSource.of(Path.of("no-such.jsonl")));

    assertEquals(
        "standard input: holds no contribution; name a file that `list --format jsonl` wrote",
        empty.getMessage());
    assertEquals(
        "no-such.jsonl: no such file; name a file that `list --format jsonl` wrote",
        absent.getMessage());
  }

  private static JsonLinesSource source(String text) {
    return JsonLinesSource.of(
        "standard input", new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)));
  }

  private static Contribution read(String line) {
    Reading<Contribution> reading = ContributionReader.read(line, HERE);
    assertTrue(reading instanceof Reading.Parsed<Contribution>, reading.toString());
    return ((Reading.Parsed<Contribution>) reading).value();
  }

  private static Problem rejected(String line) {
    Reading<Contribution> reading = ContributionReader.read(line, HERE);
    assertTrue(reading instanceof Reading.Rejected<Contribution>, reading.toString());
    return ((Reading.Rejected<Contribution>) reading).problem();
  }
}
