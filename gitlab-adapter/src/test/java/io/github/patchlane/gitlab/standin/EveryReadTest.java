package io.github.patchlane.gitlab.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every row of the table, read once over a merge request that has some of everything. */
class EveryReadTest {
  @TempDir private Path directory;

  private Shop shop;

  @BeforeEach
  void open() {
    shop = told(directory);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private static Shop told(Path directory) {
    Shop shop = new Shop(directory);
    String head =
        shop.commit(
            "Sell beans\n\nSigned-off-by: Dora Developer <dora@shop.example>\n",
            List.of(shop.base),
            Map.of("stock.txt", "beans\n"));
    shop.opened("topic", head, "A topic");
    StandInSession olga = shop.gitlab.as(shop.olga);
    olga.post(shop.api(1) + "/notes", Map.of("body", "Well"));
    olga.post(shop.api(1) + "/discussions", Map.of("body", "Really"));
    olga.post(shop.api(1) + "/award_emoji", Map.of("name", "thumbsup"));
    olga.post(shop.api(1) + "/approve", Map.of());
    olga.post(shop.api(1) + "/draft_notes", Map.of("note", "Hm"));
    olga.put(shop.api(1), Map.of("reviewer_ids", List.of(shop.olga.id()), "labels", "a"));
    olga.put(shop.api(1), Map.of("state_event", "close"));
    olga.post(shop.api() + "/statuses/" + head, Map.of("state", "success"));
    olga.post(shop.api() + "/hooks", Map.of("url", "http://hook.example", "note_events", true));
    return shop;
  }

  @Test
  void everyReadIsAnsweredWithinTheTable() throws IOException {
    StandInClient olga = shop.client(shop.olga);
    String head = olga.read(shop.api(1)).path("sha").asText();
    String discussion = olga.read(shop.api(1) + "/discussions").path(0).path("id").asText();
    String note = olga.read(shop.api(1) + "/notes?sort=asc").path(0).path("id").asText();
    String version = olga.read(shop.api(1) + "/versions").path(0).path("id").asText();
    for (Operation operation : OperationTable.load().all()) {
      if (!operation.writes()) {
        String path =
            ("/" + String.join("/", operation.path()))
                .replace(":id", "101")
                .replace(":iid", "1")
                .replace(":sha", head)
                .replace(":discussion", discussion)
                .replace(":note", note)
                .replace(":version", version)
                .replace(":user", "1")
                .replace(":branch", "topic");
        assertEquals(200, olga.get(path).statusCode(), operation.name());
      }
    }
    assertEquals(List.of(), shop.gitlab.violations());
  }

  @Test
  void theStateOfTwoEqualStoriesIsEqualWhateverTheIds(@TempDir Path elsewhere) {
    try (Shop twin = told(elsewhere)) {
      twin.gitlab.clock().advance(java.time.Duration.ofDays(1));
      assertEquals(shop.gitlab.state(), twin.gitlab.state());
      twin.gitlab.as(twin.rosa).post(twin.api(1) + "/notes", Map.of("body", "More"));
      assertNotEquals(shop.gitlab.state(), twin.gitlab.state());
    }
  }

  @Test
  void aTokenShowsInNoText() {
    assertEquals("@dora", shop.dora.toString());
  }
}
