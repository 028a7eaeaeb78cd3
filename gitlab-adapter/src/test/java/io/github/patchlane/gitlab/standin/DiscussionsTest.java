package io.github.patchlane.gitlab.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiscussionsTest {
  /** Of the stock's eight lines the second goes, the fifth is changed. */
  private static final String CHANGED = "apples\ncider\ndates\nEGGS\nflour\ngrapes\nhoney\n";

  @TempDir private Path directory;

  private Shop shop;
  private StandInClient dora;
  private String head;

  @BeforeEach
  void open() {
    shop = new Shop(directory);
    dora = shop.client(shop.dora);
    head = shop.commit("Change", List.of(shop.base), Map.of("stock.txt", CHANGED));
    shop.opened("topic", head, "A topic");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private Map<String, Object> position(String aHead, int oldLine, int newLine) {
    Map<String, Object> position = new HashMap<>();
    position.put("base_sha", shop.base);
    position.put("start_sha", shop.base);
    position.put("head_sha", aHead);
    position.put("position_type", "text");
    position.put("old_path", "stock.txt");
    position.put("new_path", "stock.txt");
    if (oldLine > 0) {
      position.put("old_line", oldLine);
    }
    if (newLine > 0) {
      position.put("new_line", newLine);
    }
    return position;
  }

  private HttpResponse<String> comment(Map<String, Object> position) throws IOException {
    return dora.post(shop.api(1) + "/discussions", Map.of("body", "Why?", "position", position));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 4, 201", // added, by its new number
    "5, 0, 201", // removed, by its old number
    "1, 1, 201", // context, by both
    "8, 7, 201", // context at the hunk's end
    "5, 4, 400", // no one line has both
    "0, 1, 400", // context by one number only
    "1, 0, 400",
    "0, 9, 400", // past the file
    "0, 0, 400",
  })
  void aPlaceMustBeOnTheDiff(int oldLine, int newLine, int status) throws IOException {
    HttpResponse<String> answer = comment(position(head, oldLine, newLine));
    assertEquals(status, answer.statusCode());
    if (status == 400) {
      assertEquals(
          "{\"message\":\"400 Bad request - Note {:line_code=>"
              + "[\\\"can't be blank\\\", \\\"must be a valid line code\\\"]}\"}",
          answer.body());
    } else {
      JsonNode note = StandInClient.json(answer).path("notes").path(0);
      assertEquals("DiffNote", note.path("type").asText());
      assertEquals(newLine, note.path("position").path("new_line").asInt());
    }
  }

  @Test
  void aPlaceMustNameOneVersionAndAFileItTouches() throws IOException {
    assertEquals(400, comment(position(shop.base, 1, 1)).statusCode());
    Map<String, Object> elsewhere = position(head, 1, 1);
    elsewhere.put("old_path", "wall");
    elsewhere.put("new_path", "wall");
    assertEquals(400, comment(elsewhere).statusCode());
    Map<String, Object> file = position(head, 0, 0);
    file.put("position_type", "file");
    assertEquals(201, comment(file).statusCode());
  }

  @Test
  void aRangeMustEndOnTheLineCommented() throws IOException {
    String path = Sha1.of("stock.txt");
    Map<String, Object> good = position(head, 0, 4);
    good.put("line_range", range(path + "_4_3", path + "_6_4"));
    assertEquals(201, comment(good).statusCode());
    assertEquals(List.of(), shop.gitlab.violations());
    Map<String, Object> bad = position(head, 0, 4);
    bad.put("line_range", range(path + "_4_3", path + "_9_9"));
    comment(bad);
    assertEquals(1, shop.gitlab.violations().size());
    shop.gitlab.forgive();
  }

  private static Map<String, Object> range(String start, String end) {
    return Map.of(
        "start", Map.of("line_code", start, "type", "old"),
        "end", Map.of("line_code", end, "type", "new"));
  }

  @Test
  void aThreadMovesWithItsLineOrIsToldThatItChanged() throws IOException {
    comment(position(head, 0, 4));
    comment(position(head, 1, 1));
    String next =
        shop.commit(
            "Change again",
            List.of(head),
            Map.of("stock.txt", "APPLES\nand more\ncider\ndates\nEGGS\nflour\ngrapes\nhoney\n"));
    shop.gitlab.as(shop.dora).push(shop.project, "topic", next);
    JsonNode threads = dora.read(shop.api(1) + "/discussions");
    JsonNode moved = threads.path(0).path("notes").path(0).path("position");
    assertEquals(next, moved.path("head_sha").asText());
    assertEquals(5, moved.path("new_line").asInt());
    JsonNode stayed = threads.path(1).path("notes");
    assertEquals(head, stayed.path(0).path("position").path("head_sha").asText());
    assertEquals(
        "changed this line in version 2 of the diff", stayed.path(1).path("body").asText());
  }

  @Test
  void onlyAnOwnerSaysWhenANoteWasWritten() throws IOException {
    Map<String, String> note = Map.of("body", "Long ago", "created_at", "2020-02-03T04:05:06Z");
    JsonNode dropped = StandInClient.json(dora.post(shop.api(1) + "/notes", note));
    JsonNode taken = StandInClient.json(shop.client(shop.olga).post(shop.api(1) + "/notes", note));
    assertEquals("2030", dropped.path("created_at").asText().substring(0, 4));
    assertEquals("2020-02-03T04:05:06.000Z", taken.path("created_at").asText());
    assertEquals("2020-02-03T04:05:06.000Z", taken.path("updated_at").asText());
  }

  @Test
  void commandsAloneRunAndLeaveNothing() throws IOException {
    HttpResponse<String> answer = dora.post(shop.api(1) + "/notes", Map.of("body", "/close\n"));
    assertEquals(202, answer.statusCode());
    assertEquals(
        "close", StandInClient.json(answer).path("commands_changes").path("state_event").asText());
    assertEquals("closed", dora.read(shop.api(1)).path("state").asText());
    assertEquals(0, dora.read(shop.api(1) + "/notes").size());
    assertEquals(List.of("town/shop !1 note by @dora: /close"), shop.gitlab.quickActionsRun());
  }

  @Test
  void mentionsPingAndReferencesLeaveNotes() throws IOException {
    shop.opened("other", shop.commit("Other", List.of(shop.base), Map.of("x", "y\n")), "Other");
    dora.post(shop.api(1) + "/notes", Map.of("body", "@olga and @nobody: see !2, and `@rosa`"));
    assertEquals(List.of("town/shop !1 note by @dora: @olga"), shop.gitlab.pings());
    assertEquals(
        List.of("town/shop !1 note by @dora: @nobody", "town/shop !1 note by @dora: !2"),
        shop.gitlab.references());
    assertEquals(
        "mentioned in merge request !1",
        dora.read(shop.api(2) + "/notes").path(0).path("body").asText());
  }

  @Test
  void repliesJoinTheirThreadAndResolvingIsForDevelopersAndTheAuthor() throws IOException {
    JsonNode thread = StandInClient.json(comment(position(head, 0, 4)));
    String path = shop.api(1) + "/discussions/" + thread.path("id").asText();
    StandInClient rosa = shop.client(shop.rosa);
    assertEquals(201, rosa.post(path + "/notes", Map.of("body", "Because.")).statusCode());
    assertEquals(403, rosa.put(path, Map.of("resolved", true)).statusCode());
    JsonNode resolved = StandInClient.json(dora.put(path, Map.of("resolved", true)));
    assertEquals(true, resolved.path("resolved").asBoolean());
    assertEquals(
        "dora", resolved.path("notes").path(1).path("resolved_by").path("username").asText());
    assertEquals(
        "resolved all threads",
        dora.read(shop.api(1) + "/notes?activity_filter=only_activity")
            .path(0)
            .path("body")
            .asText());
  }

  @Test
  void anAloneNoteTakesNoReply() throws IOException {
    dora.post(shop.api(1) + "/notes", Map.of("body", "Alone."));
    JsonNode thread = dora.read(shop.api(1) + "/discussions").path(0);
    assertEquals(true, thread.path("individual_note").asBoolean());
    String path = shop.api(1) + "/discussions/" + thread.path("id").asText() + "/notes";
    assertEquals(400, dora.post(path, Map.of("body", "No.")).statusCode());
  }

  @Test
  void textsAndTheirNumberAreLimited() throws IOException {
    Map<String, String> tooLong = Map.of("body", "x".repeat(1_000_001));
    assertEquals(400, dora.post(shop.api(1) + "/notes", tooLong).statusCode());
    assertEquals(400, dora.post(shop.api(1) + "/notes", Map.of("body", " \n")).statusCode());
    shop.gitlab.commentLimit(1);
    dora.post(shop.api(1) + "/notes", Map.of("body", "The only one"));
    assertEquals(
        "{\"message\":\"400 Bad request - Maximum number of comments exceeded\"}",
        dora.post(shop.api(1) + "/notes", Map.of("body", "One too many")).body());
    Map<String, String> description = Map.of("description", "x".repeat(1_048_577));
    assertEquals(400, dora.put(shop.api(1), description).statusCode());
  }
}
