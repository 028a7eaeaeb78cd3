package io.github.patchlane.gitlab.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewTest {
  @TempDir private Path directory;

  private Shop shop;
  private StandInClient dora;
  private StandInClient olga;
  private String head;

  @BeforeEach
  void open() {
    shop = new Shop(directory);
    dora = shop.client(shop.dora);
    olga = shop.client(shop.olga);
    head = shop.commit("Sell beans", List.of(shop.base), Map.of("stock.txt", "beans\n"));
    shop.opened("topic", head, "A topic");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void anApprovalIsGivenOnceForTheShownHeadAndCanBeWithdrawn() throws IOException {
    Map<String, String> wrong = Map.of("sha", shop.base);
    assertEquals(
        "{\"message\":\"SHA does not match HEAD of source branch: " + head + "\"}",
        olga.post(shop.api(1) + "/approve", wrong).body());
    assertEquals(201, olga.post(shop.api(1) + "/approve", Map.of("sha", head)).statusCode());
    assertEquals(401, olga.post(shop.api(1) + "/approve", Map.of()).statusCode());
    assertEquals(403, shop.client(shop.rosa).post(shop.api(1) + "/approve", Map.of()).statusCode());
    JsonNode approvals = dora.read(shop.api(1) + "/approvals");
    assertEquals(
        "olga", approvals.path("approved_by").path(0).path("user").path("username").asText());
    assertTrue(approvals.path("approved_by").path(0).has("approved_at"));
    assertEquals(201, olga.post(shop.api(1) + "/unapprove", Map.of()).statusCode());
    assertEquals(404, olga.post(shop.api(1) + "/unapprove", Map.of()).statusCode());
    assertEquals(
        List.of("approved this merge request", "unapproved this merge request"),
        notes("&sort=asc"));
  }

  @Test
  void titleTargetAndReviewersLeaveTheirNotes() throws IOException {
    shop.gitlab.as(shop.olga).push(shop.project, "stable", shop.base);
    dora.put(shop.api(1), Map.of("title", "Draft: A topic"));
    dora.put(shop.api(1), Map.of("title", "A better topic"));
    dora.put(shop.api(1), Map.of("target_branch", "stable"));
    dora.put(shop.api(1), Map.of("reviewer_ids", List.of(shop.olga.id(), shop.rosa.id())));
    assertEquals(
        List.of(
            "marked this merge request as **draft**",
            "marked this merge request as **ready**",
            "changed title from **{-Draft: A topic-}** to **{+A better topic+}**",
            "changed target branch from `main` to `stable`",
            "requested review from @olga"),
        notes("&sort=asc"));
    JsonNode reviewers = dora.read(shop.api(1) + "/reviewers");
    assertEquals(1, reviewers.size());
    assertEquals("unreviewed", reviewers.path(0).path("state").asText());
    assertEquals(List.of(), shop.gitlab.pings());
  }

  @Test
  void labelsAndStatesAreEventsAndNoNotes() throws IOException {
    dora.put(shop.api(1), Map.of("labels", "a,b"));
    dora.put(shop.api(1), Map.of("add_labels", "c", "remove_labels", "a"));
    dora.put(shop.api(1), Map.of("state_event", "close"));
    dora.put(shop.api(1), Map.of("state_event", "reopen"));
    JsonNode labels = dora.read(shop.api(1) + "/resource_label_events");
    StringBuilder text = new StringBuilder();
    labels.forEach(
        event ->
            text.append(event.path("action").asText())
                .append(' ')
                .append(event.path("label").path("name").asText())
                .append('\n'));
    assertEquals("add a\nadd b\nadd c\nremove a\n", text.toString());
    assertEquals(
        List.of("closed", "reopened"),
        VersionsTest.texts(dora.read(shop.api(1) + "/resource_state_events"), "state"));
    assertEquals(List.of(), notes(""));
  }

  @Test
  void aTwinForbidsReopening() throws IOException {
    dora.put(shop.api(1), Map.of("state_event", "close"));
    Map<String, String> again =
        Map.of("title", "Again", "source_branch", "topic", "target_branch", "main");
    assertEquals(201, dora.post(shop.api() + "/merge_requests", again).statusCode());
    assertEquals(409, dora.put(shop.api(1), Map.of("state_event", "reopen")).statusCode());
  }

  @Test
  void mergingNeedsTheRightTheHeadAndNoDraft() throws IOException {
    assertEquals(401, dora.put(shop.api(1) + "/merge", Map.of("sha", head)).statusCode());
    assertEquals(409, olga.put(shop.api(1) + "/merge", Map.of("sha", shop.base)).statusCode());
    dora.put(shop.api(1), Map.of("title", "Draft: A topic"));
    assertEquals(405, olga.put(shop.api(1) + "/merge", Map.of("sha", head)).statusCode());
    dora.put(shop.api(1), Map.of("title", "A topic", "description", "Closes #3"));
    HttpResponse<String> merged = olga.put(shop.api(1) + "/merge", Map.of("sha", head));
    assertEquals(200, merged.statusCode());
    String commit = StandInClient.json(merged).path("merge_commit_sha").asText();
    assertEquals(
        commit,
        dora.read(shop.api() + "/repository/branches/main").path("commit").path("id").asText());
    assertEquals(List.of("town/shop !1 description: #3"), shop.gitlab.closedIssues());
  }

  @Test
  void aConflictCanNotBeMerged() throws IOException {
    shop.gitlab
        .as(shop.olga)
        .push(
            shop.project,
            "main",
            shop.commit("Cider", List.of(shop.base), Map.of("stock.txt", "cider\n")));
    HttpResponse<String> refused = olga.put(shop.api(1) + "/merge", Map.of("sha", head));
    assertEquals(422, refused.statusCode());
    assertEquals("{\"message\":\"Branch cannot be merged\"}", refused.body());
  }

  @Test
  void theSameStatusTwiceIsRefused() throws IOException {
    String path = shop.api() + "/statuses/" + head;
    Map<String, String> status = Map.of("state", "pending", "name", "patchlane");
    assertEquals(201, dora.post(path, status).statusCode());
    assertEquals(
        "{\"message\":\"Cannot transition status via :enqueue from :pending (Reason(s): Status"
            + " cannot transition via \\\"enqueue\\\")\"}",
        dora.post(path, status).body());
    assertEquals(
        201, dora.post(path, Map.of("state", "success", "name", "patchlane")).statusCode());
    JsonNode latest = dora.read(shop.api() + "/repository/commits/" + head + "/statuses");
    assertEquals(List.of("success"), VersionsTest.texts(latest, "status"));
    assertEquals("success", dora.read(shop.api(1)).path("head_pipeline").path("status").asText());
  }

  @Test
  void draftsArePublishedAtOnceWithAVerdict() throws IOException {
    dora.put(shop.api(1), Map.of("reviewer_ids", List.of(shop.olga.id())));
    String drafts = shop.api(1) + "/draft_notes";
    assertEquals(201, olga.post(drafts, Map.of("note", "First.")).statusCode());
    assertEquals(201, olga.post(drafts, Map.of("note", "Second.")).statusCode());
    assertEquals(0, dora.read(drafts).size());
    assertEquals(
        204,
        olga.post(drafts + "/bulk_publish", Map.of("reviewer_state", "requested_changes"))
            .statusCode());
    assertEquals(
        List.of("requested review from @olga", "First.", "Second.", "requested changes"),
        VersionsTest.texts(dora.read(shop.api(1) + "/notes?sort=asc"), "body"));
    assertEquals(
        "requested_changes", dora.read(shop.api(1) + "/reviewers").path(0).path("state").asText());
  }

  private List<String> notes(String more) throws IOException {
    return VersionsTest.texts(
        dora.read(shop.api(1) + "/notes?activity_filter=only_activity" + more), "body");
  }
}
