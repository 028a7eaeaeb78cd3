package io.github.patchlane.gitlab.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GitLabStandInTest {
  @TempDir private Path directory;

  private Shop shop;
  private StandInClient dora;

  @BeforeEach
  void open() {
    shop = new Shop(directory);
    dora = shop.client(shop.dora);
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void theProjectIsFoundByIdAndByEncodedPathAndHiddenFromStrangers() throws IOException {
    StandInUser stranger = shop.gitlab.user("sam", "Sam Stranger", "sam@elsewhere.example");
    assertEquals(
        "town/shop", dora.read("/projects/town%2Fshop").path("path_with_namespace").asText());
    assertEquals(shop.project.id(), dora.read(shop.api()).path("id").asLong());
    HttpResponse<String> hidden = shop.client(stranger).get(shop.api());
    assertEquals("{\"message\":\"404 Project Not Found\"}", hidden.body());
  }

  @Test
  void aMergeRequestIsMadeReadListedAndClosed() throws IOException {
    String head = shop.commit("Sell beans", List.of(shop.base), Map.of("stock.txt", "beans\n"));
    shop.gitlab.as(shop.dora).push(shop.project, "beans", head);
    Map<String, String> wanted =
        Map.of("title", "Beans", "source_branch", "beans", "target_branch", "main");
    HttpResponse<String> made = dora.post(shop.api() + "/merge_requests", wanted);
    assertEquals(201, made.statusCode());
    assertEquals(true, StandInClient.json(made).path("diff_refs").isNull());
    HttpResponse<String> twice = dora.post(shop.api() + "/merge_requests", wanted);
    assertEquals(409, twice.statusCode());
    assertEquals(
        "{\"message\":[\"Another open merge request already exists for this source branch: !1\"]}",
        twice.body());
    JsonNode one = dora.read(shop.api(1));
    assertEquals(head, one.path("diff_refs").path("head_sha").asText());
    assertEquals(shop.base, one.path("diff_refs").path("base_sha").asText());
    assertEquals(
        "closed",
        StandInClient.json(dora.put(shop.api(1), Map.of("state_event", "close")))
            .path("state")
            .asText());
    assertEquals(1, dora.read(shop.api() + "/merge_requests?state=closed").size());
    assertEquals(0, dora.read(shop.api() + "/merge_requests?state=opened").size());
  }

  @Test
  void titlesAndDescriptionsTakeEffectToo() throws IOException {
    String head = shop.commit("Sell beans", List.of(shop.base), Map.of("stock.txt", "beans\n"));
    shop.gitlab.as(shop.dora).push(shop.project, "beans", head);
    JsonNode made =
        StandInClient.json(
            dora.post(
                shop.api() + "/merge_requests",
                Map.of(
                    "title", "Beans for @olga",
                    "description", "Tell @rosa.\n/label ~food\n/title Beans for all\n",
                    "source_branch", "beans",
                    "target_branch", "main")));
    assertEquals("Tell @rosa.", made.path("description").asText());
    assertEquals("food", made.path("labels").path(0).asText());
    assertEquals("Beans for all", made.path("title").asText());
    assertEquals(
        List.of("town/shop !1 title by @dora: @olga", "town/shop !1 description by @dora: @rosa"),
        shop.gitlab.pings());
    assertEquals(
        List.of(
            "town/shop !1 description by @dora: /label ~food",
            "town/shop !1 description by @dora: /title Beans for all"),
        shop.gitlab.quickActionsRun());
  }

  @Test
  void aWrongTokenIsNobodyAndABearerIsAsGood() throws Exception {
    StandInUser fay = shop.gitlab.user("fay", "Fay Friend", "fay@elsewhere.example");
    HttpClient http = HttpClient.newHttpClient();
    URI uri = URI.create(shop.gitlab.url() + "/api/v4/user");
    HttpResponse<String> wrong =
        http.send(
            HttpRequest.newBuilder(uri).header("PRIVATE-TOKEN", "x").build(),
            HttpResponse.BodyHandlers.ofString());
    HttpResponse<String> bearer =
        http.send(
            HttpRequest.newBuilder(uri).header("Authorization", "Bearer " + fay.token()).build(),
            HttpResponse.BodyHandlers.ofString());
    assertEquals("401 {\"message\":\"401 Unauthorized\"}", wrong.statusCode() + " " + wrong.body());
    assertEquals("fay", StandInClient.json(bearer).path("username").asText());
  }

  @Test
  void aTitleOfMoreThan255CharactersIsRefused() throws IOException {
    String head = shop.commit("Sell beans", List.of(shop.base), Map.of("stock.txt", "beans\n"));
    shop.opened("beans", head, "Beans");
    assertEquals(
        "{\"message\":{\"title\":[\"is too long (maximum is 255 characters)\"]}}",
        dora.put(shop.api(1), Map.of("title", "x".repeat(256))).body());
  }
}
