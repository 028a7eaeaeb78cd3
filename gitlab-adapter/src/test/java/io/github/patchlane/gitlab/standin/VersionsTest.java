package io.github.patchlane.gitlab.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VersionsTest {
  private static final Map<String, String> BEANS = Map.of("stock.txt", "beans\n");
  private static final Map<String, String> CIDER = Map.of("stock.txt", "cider\n");

  @TempDir private Path directory;

  private Shop shop;

  @BeforeEach
  void open() {
    shop = new Shop(directory);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void eachPushToTheSourceMakesAVersionAndANote() {
    String one = shop.commit("Sell <beans>", List.of(shop.base), BEANS);
    String two = shop.commit("Sell cider & more", List.of(one), CIDER);
    int iid = shop.opened("topic", one, "A topic");
    shop.gitlab.as(shop.dora).push(shop.project, "topic", two);
    JsonNode versions = read(iid, "/versions");
    assertEquals(List.of(two, one), texts(versions, "head_commit_sha"));
    assertEquals(List.of(shop.base, shop.base), texts(versions, "base_commit_sha"));
    assertEquals(
        List.of(
            "added 1 commit\n\n<ul><li>"
                + two.substring(0, 8)
                + " - Sell cider &amp; more</li></ul>\n\n[Compare with previous version]"
                + "(/town/shop/-/merge_requests/1/diffs?diff_id=N&start_sha="
                + one
                + ")"),
        texts(read(iid, "/notes"), "body").stream().map(StateText::withoutDiffIds).toList());
    assertEquals(List.of(two, one), texts(read(iid, "/commits"), "id"));
  }

  @Test
  void aRebaseListsWhatItTookOverFromTheTarget() {
    String one = shop.commit("Sell beans", List.of(shop.base), BEANS);
    int iid = shop.opened("topic", one, "A topic");
    String newBase =
        shop.commit("Paint", List.of(shop.base), Map.of("stock.txt", Shop.STOCK, "wall", "red\n"));
    shop.gitlab.as(shop.olga).push(shop.project, "main", newBase);
    assertEquals(1, read(iid, "/versions").size());
    String two =
        shop.commit(
            "Sell beans", List.of(newBase), Map.of("stock.txt", "beans\n", "wall", "red\n"));
    shop.gitlab.as(shop.dora).push(shop.project, "topic", two);
    JsonNode newest = read(iid, "/versions").path(0);
    assertEquals(newBase, newest.path("base_commit_sha").asText());
    assertEquals(newBase, newest.path("start_commit_sha").asText());
    String note = read(iid, "/notes").path(0).path("body").asText();
    assertEquals(
        "added 2 commits\n\n<ul><li>"
            + newBase.substring(0, 8)
            + " - 1 commit from branch <code>main</code></li><li>"
            + two.substring(0, 8)
            + " - Sell beans</li></ul>",
        note.substring(0, note.indexOf("\n\n[Compare")));
    assertEquals(
        read(iid, "/versions").path(0).path("patch_id_sha"),
        read(iid, "/versions").path(1).path("patch_id_sha"));
  }

  @Test
  void aTargetThatTakesTheHeadMarksItMergedAndClosesItsIssues() {
    String one = shop.commit("Sell beans\n\nFixes #7\n", List.of(shop.base), BEANS);
    int iid = shop.opened("topic", one, "A topic");
    shop.gitlab.as(shop.olga).push(shop.project, "main", one);
    JsonNode merged = read(iid, "");
    assertEquals("merged", merged.path("state").asText());
    assertEquals("olga", merged.path("merge_user").path("username").asText());
    assertEquals(List.of("merged"), texts(read(iid, "/resource_state_events"), "state"));
    assertEquals(
        List.of("town/shop !1 commit " + one.substring(0, 8) + ": #7"),
        shop.gitlab.closedIssues().subList(0, 1));
  }

  @Test
  void aRemovedSourceClosesAndForbidsReopening() {
    int iid = shop.opened("topic", shop.commit("Sell beans", List.of(shop.base), BEANS), "A topic");
    shop.gitlab.as(shop.dora).deleteBranch(shop.project, "topic");
    assertEquals("closed", read(iid, "").path("state").asText());
    IllegalStateException refused =
        org.junit.jupiter.api.Assertions.assertThrows(
            IllegalStateException.class,
            () -> shop.gitlab.as(shop.dora).put(shop.api(iid), Map.of("state_event", "reopen")));
    assertEquals(
        "PUT /projects/101/merge_requests/1: 422"
            + " {\"message\":[\"Source branch \\\"topic\\\" does not exist\"]}",
        refused.getMessage());
  }

  @Test
  void aRewrittenTargetMakesANewVersion() {
    int iid = shop.opened("topic", shop.commit("Sell beans", List.of(shop.base), BEANS), "A topic");
    shop.gitlab.as(shop.olga).push(shop.project, "main", shop.commit("Anew", List.of(), CIDER));
    assertEquals(2, read(iid, "/versions").size());
  }

  @Test
  void aFixupMakesADraft() {
    String one = shop.commit("Sell beans", List.of(shop.base), BEANS);
    int iid = shop.opened("topic", one, "A topic");
    String fix = shop.commit("fixup! Sell beans", List.of(one), CIDER);
    shop.gitlab.as(shop.dora).push(shop.project, "topic", fix);
    assertEquals("Draft: A topic", read(iid, "").path("title").asText());
    assertEquals(
        "marked this merge request as **draft** from " + fix,
        read(iid, "/notes?sort=asc").path(1).path("body").asText());
  }

  @Test
  void aNewVersionStaysUnfinishedForTheReadsAskedFor() {
    String one = shop.commit("Sell beans", List.of(shop.base), BEANS);
    shop.gitlab.unpreparedReads(3);
    int iid = shop.opened("topic", one, "A topic");
    List<String> seen = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      JsonNode read = read(iid, "");
      seen.add(read.path("diff_refs").isNull() + " " + read.path("prepared_at").isNull());
    }
    assertEquals(List.of("true true", "true true", "false false"), seen);
    assertEquals(1, read(iid, "/versions").size());
  }

  private JsonNode read(int iid, String tail) {
    return shop.gitlab.as(shop.rosa).get(shop.api(iid) + tail);
  }

  static List<String> texts(JsonNode array, String key) {
    List<String> texts = new ArrayList<>();
    array.forEach(item -> texts.add(item.path(key).asText()));
    return texts;
  }
}
