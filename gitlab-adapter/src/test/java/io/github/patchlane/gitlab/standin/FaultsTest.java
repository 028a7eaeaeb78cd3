package io.github.patchlane.gitlab.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FaultsTest {
  @TempDir private Path directory;

  private Shop shop;
  private StandInClient dora;

  @BeforeEach
  void open() {
    shop = new Shop(directory);
    dora = shop.client(shop.dora);
    shop.opened(
        "topic",
        shop.commit("Sell beans", List.of(shop.base), Map.of("stock.txt", "beans\n")),
        "A topic");
  }

  @AfterEach
  void close() {
    shop.close();
  }

  private HttpResponse<String> note(String body) throws IOException {
    return dora.post(shop.api(1) + "/notes", Map.of("body", body));
  }

  private List<String> notes() {
    return VersionsTest.texts(
        shop.gitlab.as(shop.rosa).get(shop.api(1) + "/notes?sort=asc"), "body");
  }

  @Test
  void theTwoLimitersSpeakDifferently() throws IOException {
    shop.gitlab.faults().at(1, Fault.THROTTLED);
    shop.gitlab.faults().at(2, "create note", Fault.LIMITED);
    HttpResponse<String> rack = note("one");
    HttpResponse<String> application = note("two");
    assertEquals(
        List.of("429 Retry later\n", "text/plain", "0"),
        List.of(
            rack.statusCode() + " " + rack.body(),
            rack.headers().firstValue("Content-Type").orElse(""),
            rack.headers().firstValue("RateLimit-Remaining").orElse("")));
    assertEquals(
        "429 {\"message\":{\"error\":\"This endpoint has been requested too many times."
            + " Try again later.\"}}",
        application.statusCode() + " " + application.body());
    assertEquals(List.of(), notes());
    assertEquals(
        List.of("THROTTLED create note", "LIMITED create note"), shop.gitlab.faults().fired());
  }

  @Test
  void aLostResponseWasPerformedAndADroppedRequestWasNot() throws IOException {
    shop.gitlab.faults().at(1, Fault.LOST_RESPONSE);
    assertThrows(IOException.class, () -> note("lost"));
    shop.gitlab.faults().at(1, Fault.DROPPED);
    assertThrows(IOException.class, () -> note("dropped"));
    shop.gitlab.faults().at(1, Fault.BAD_GATEWAY);
    assertEquals(502, note("behind the gateway").statusCode());
    shop.gitlab.faults().at(1, Fault.SERVER_ERROR);
    assertEquals(500, note("in the fire").statusCode());
    assertEquals(List.of("lost", "behind the gateway"), notes());
  }

  @Test
  void aClientCutOffGetsNothingUntilItComesAgain() throws IOException {
    shop.gitlab.faults().at(2, Fault.CUT_AFTER);
    note("one");
    assertThrows(IOException.class, () -> note("two"));
    assertThrows(IOException.class, () -> note("three"));
    shop.gitlab.faults().reconnect();
    note("four");
    assertEquals(List.of("one", "two", "four"), notes());
    assertEquals(Map.of("create note", 3), shop.gitlab.requests());
  }

  @Test
  void aDuplicateNamesTheOneJustMade() throws IOException {
    shop.gitlab
        .as(shop.dora)
        .push(shop.project, "other", shop.commit("x", List.of(shop.base), Map.of("x", "y\n")));
    shop.gitlab.faults().at(1, Fault.DUPLICATE);
    HttpResponse<String> refused =
        dora.post(
            shop.api() + "/merge_requests",
            Map.of("title", "Other", "source_branch", "other", "target_branch", "main"));
    assertEquals(
        "409 {\"message\":[\"Another open merge request already exists for this source branch:"
            + " !2\"]}",
        refused.statusCode() + " " + refused.body());
    assertEquals(
        List.of(2),
        ListingTest.iids(dora.read(shop.api() + "/merge_requests?source_branch=other")));
  }

  @Test
  void anUnpreparedMergeRequestStaysSoForItsReads() throws IOException {
    shop.gitlab
        .as(shop.dora)
        .push(shop.project, "other", shop.commit("x", List.of(shop.base), Map.of("x", "y\n")));
    shop.gitlab.faults().reads(2);
    shop.gitlab.faults().at(1, Fault.UNPREPARED);
    dora.post(
        shop.api() + "/merge_requests",
        Map.of("title", "Other", "source_branch", "other", "target_branch", "main"));
    List<Boolean> missing = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      missing.add(dora.read(shop.api(2)).path("diff_refs").isNull());
    }
    assertEquals(List.of(true, false), missing);
  }

  @Test
  void aNoteMayBeAcceptedAndNotStored() throws IOException {
    shop.gitlab.faults().at(1, Fault.ACCEPTED);
    assertEquals(202, note("gone").statusCode());
    assertEquals(List.of(), notes());
  }

  @Test
  void evenAnOwnersTimeMayBeDropped() throws IOException {
    shop.gitlab.faults().at(1, Fault.CREATED_AT_DROPPED);
    JsonNode note =
        StandInClient.json(
            shop.client(shop.olga)
                .post(
                    shop.api(1) + "/notes",
                    Map.of("body", "Then", "created_at", "2020-01-01T00:00:00Z")));
    assertEquals("2030", note.path("created_at").asText().substring(0, 4));
  }

  @Test
  void theProjectMayMoveUnderfoot() throws IOException {
    shop.gitlab.faults().at(1, Fault.MOVED);
    assertEquals(301, dora.get("/projects/town%2Fshop").statusCode());
    assertEquals("town/shop-moved", shop.project.path());
  }

  @Test
  void aSeededMixRepeatsItselfAndLetsThePatientThrough() {
    List<String> first = mixed();
    shop.gitlab.faults().clear();
    int before = shop.gitlab.faults().fired().size();
    mixed();
    List<String> all = shop.gitlab.faults().fired();
    assertEquals(first, all.subList(before, all.size()));
  }

  private boolean answered() {
    try {
      return dora.get(shop.api(1)).statusCode() == 200;
    } catch (IOException dropped) {
      return false;
    }
  }

  private List<String> mixed() {
    int before = shop.gitlab.faults().fired().size();
    shop.gitlab.faults().seeded(7, 0.9, Fault.THROTTLED, Fault.SERVER_ERROR, Fault.DROPPED);
    int through = 0;
    for (int i = 0; i < 30; i++) {
      through += answered() ? 1 : 0;
    }
    assertEquals(true, through >= 10);
    List<String> fired = shop.gitlab.faults().fired();
    return fired.subList(before, fired.size());
  }
}
