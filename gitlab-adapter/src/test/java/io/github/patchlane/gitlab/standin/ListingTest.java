package io.github.patchlane.gitlab.standin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.gitlab4j.api.GitLabApi;
import org.gitlab4j.api.GitLabApiException;
import org.gitlab4j.api.models.MergeRequest;
import org.gitlab4j.api.models.MergeRequestFilter;
import org.gitlab4j.api.models.MergeRequestParams;
import org.gitlab4j.models.Constants;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ListingTest {
  @TempDir private Path directory;

  private Shop shop;
  private StandInClient dora;

  @BeforeEach
  void open() {
    shop = new Shop(directory);
    dora = shop.client(shop.dora);
    for (int i = 1; i <= 5; i++) {
      shop.gitlab.clock().advance(Duration.ofMinutes(1));
      shop.opened(
          "topic" + i,
          shop.commit("Topic " + i, List.of(shop.base), Map.of("stock.txt", i + "\n")),
          "Topic " + i);
    }
  }

  @AfterEach
  void close() {
    shop.close();
  }

  @Test
  void pagesLeadFromOneToTheNext() throws IOException {
    HttpResponse<String> page =
        dora.get(shop.api() + "/merge_requests?order_by=created_at&sort=asc&page=2&per_page=2");
    assertEquals(List.of(3, 4), iids(StandInClient.json(page)));
    assertEquals("3", page.headers().firstValue("X-Next-Page").orElse(""));
    assertEquals("1", page.headers().firstValue("X-Prev-Page").orElse(""));
    assertEquals("5", page.headers().firstValue("X-Total").orElse(""));
    assertEquals("3", page.headers().firstValue("X-Total-Pages").orElse(""));
    String root =
        "<"
            + shop.gitlab.url()
            + "/api/v4"
            + shop.api()
            + "/merge_requests?order_by=created_at&page=";
    String link = page.headers().firstValue("Link").orElse("");
    assertEquals(root + "3&per_page=2&sort=asc>; rel=\"next\"", link.split(", ", -1)[1]);
  }

  @Test
  void filtersNarrowTheList() throws IOException {
    String list = shop.api() + "/merge_requests?";
    assertEquals(List.of(5, 4, 3, 2, 1), iids(dora.read(list)));
    assertEquals(List.of(2), iids(dora.read(list + "source_branch=topic2")));
    assertEquals(List.of(), iids(dora.read(list + "target_branch=stable")));
    assertEquals(List.of(4, 2), iids(dora.read(list + "iids[]=2&iids[]=4")));
    String third = dora.read(shop.api(3)).path("updated_at").asText();
    assertEquals(List.of(5, 4, 3), iids(dora.read(list + "updated_after=" + third)));
    dora.put(shop.api(1), Map.of("description", "Touched"));
    assertEquals(List.of(2, 3, 4, 5, 1), iids(dora.read(list + "order_by=updated_at&sort=asc")));
    assertEquals(405, dora.get(list + "pagination=keyset").statusCode());
  }

  @Test
  void aPageDriftsWhereTheListIsReadByUpdate() throws IOException {
    shop.gitlab.faults().at(1, Fault.PAGE_DRIFT);
    String list = shop.api() + "/merge_requests?order_by=updated_at&sort=asc&per_page=2&page=";
    List<Integer> seen = new ArrayList<>();
    for (int page = 1; page <= 3; page++) {
      seen.addAll(iids(dora.read(list + page)));
    }
    assertEquals(List.of(1, 2, 4, 5, 1), seen);
  }

  @Test
  void aMovedProjectSendsReadersOnAndWritersAway() throws IOException {
    shop.project.rename("city/market");
    HttpResponse<String> moved = dora.get("/projects/town%2Fshop/merge_requests?state=all");
    assertEquals(301, moved.statusCode());
    assertEquals(
        shop.gitlab.url() + "/api/v4/projects/101/merge_requests?state=all",
        moved.headers().firstValue("Location").orElse(""));
    assertEquals(
        405, dora.put("/projects/town%2Fshop/merge_requests/1", Map.of("title", "x")).statusCode());
    assertEquals("city/market", dora.read("/projects/101").path("path_with_namespace").asText());
  }

  @Test
  void gitlab4jReadsAndWrites() throws GitLabApiException {
    try (GitLabApi api = new GitLabApi(shop.gitlab.url(), shop.dora.token())) {
      List<MergeRequest> open =
          api.getMergeRequestApi()
              .getMergeRequests(
                  new MergeRequestFilter()
                      .withProjectId(shop.project.id())
                      .withState(Constants.MergeRequestState.OPENED));
      assertEquals(5, open.size());
      assertEquals(
          "Hi",
          api.getNotesApi().createMergeRequestNote("town/shop", 2L, "Hi", null, false).getBody());
      assertEquals(1, api.getDiscussionsApi().getMergeRequestDiscussions("town/shop", 2L).size());
      api.getMergeRequestApi()
          .updateMergeRequest(
              "town/shop", 2L, new MergeRequestParams().withStateEvent(Constants.StateEvent.CLOSE));
      assertEquals("closed", api.getMergeRequestApi().getMergeRequest("town/shop", 2L).getState());
    }
  }

  @Test
  void whatTheTableLacksFailsTheTest() throws IOException {
    assertEquals(404, dora.get(shop.api() + "/wikis").statusCode());
    dora.get(shop.api() + "/merge_requests?weight=3");
    dora.get(shop.api() + "/merge_requests?state=ajar");
    assertEquals(
        List.of(
            "GET /api/v4/projects/101/wikis: no such request in the table",
            "GET /api/v4/projects/101/merge_requests: unknown parameter weight",
            "GET /api/v4/projects/101/merge_requests: state is no choice: \"ajar\""),
        shop.gitlab.violations().stream().filter(v -> !v.contains("OpenAPI")).toList());
    assertThrows(AssertionError.class, shop.gitlab::close);
    shop.gitlab.forgive();
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    HttpResponse<String> refused =
        dora.post(shop.api() + "/merge_requests", Map.of("title", "x", "source_branch", "topic1"));
    assertEquals(400, refused.statusCode());
    assertEquals("{\"error\":\"target_branch is missing\"}", refused.body());
  }

  static List<Integer> iids(JsonNode list) {
    List<Integer> iids = new ArrayList<>();
    list.forEach(item -> iids.add(item.path("iid").asInt()));
    return iids;
  }
}
