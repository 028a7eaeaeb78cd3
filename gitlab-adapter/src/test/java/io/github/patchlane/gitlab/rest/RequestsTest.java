package io.github.patchlane.gitlab.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.SocketException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;

class RequestsTest {
  private static final String DATE = "date: Tue, 05 Jan 2021 10:59:00 GMT";

  private final ScriptedWire wire = new ScriptedWire();
  private final List<String> waited = new ArrayList<>();
  private final Requests requests =
      new Requests(
          wire,
          URI.create("https://git.example.org"),
          duration -> waited.add(duration.toSeconds() + " s"));

  private String one() throws RequestFailedException {
    return requests.one(Call.get("projects/1", Map.of())).toString();
  }

  private String failure() {
    return String.valueOf(assertThrows(RequestFailedException.class, this::one).getMessage());
  }

  @Test
  void theLimiterInFrontIsWaitedOutByItsOwnHeaders() throws Exception {
    wire.answer(429, "Retry later\n", "content-type: text/plain", "retry-after: 30")
        .answer(
            429, "Retry later\n", "content-type: text/plain", DATE, "ratelimit-reset: 1609844400")
        .answer(429, "Later", "content-type: text/plain")
        .answer(200, "{}");

    assertEquals("{}", one());
    assertEquals(List.of("30 s", "60 s", "60 s"), waited);
  }

  @Test
  void theLimiterOfTheApplicationIsNotWhatRateLimitHeadersSpeakOf() throws Exception {
    wire.answer(429, "{\"message\":{\"error\":\"x\"}}", DATE, "ratelimit-reset: 1609850000")
        .answer(429, "{}", DATE, "retry-after: Tue, 05 Jan 2021 10:59:42 GMT")
        .answer(200, "{}");

    assertEquals("{}", one());
    assertEquals(List.of("15 s", "42 s"), waited);
  }

  @Test
  void whoeverUsedUpTheLastRequestWaitsUntilThereAreMore() throws Exception {
    wire.answer(200, "{}", DATE, "ratelimit-remaining: 0", "ratelimit-reset: 1609844350");

    assertEquals("{}", one());
    assertEquals(List.of("10 s"), waited);
  }

  @Test
  void troubleIsTriedAgainWithGrowingPatienceAndNotForEver() throws Exception {
    wire.answer(200, "{}");
    one();
    wire.answer(500, "{}")
        .answer(503, "{}", "retry-after: 7")
        .breaks(new SocketException("Connection reset"))
        .answer(502, "{}")
        .answer(408, "{}")
        .answer(200, "[]");

    assertEquals("[]", one());
    assertEquals(List.of("1 s", "7 s", "4 s", "8 s", "16 s"), waited);

    for (int i = 0; i < 6; i++) {
      wire.answer(500, "{\"message\":\"500 Internal Server Error\"}");
    }
    assertEquals("500 Internal Server Error", failure());
  }

  @Test
  void anAddressThatNeverAnsweredIsAWrongOne() {
    wire.breaks(new UnknownHostException("git.example.org"));
    assertEquals("no such host: git.example.org; check the address", failure());
    wire.breaks(new IOException("x", new SSLHandshakeException("PKIX path\nbuilding failed")));
    assertEquals(
        "no trusted connection to https://git.example.org (PKIX path building failed): check its"
            + " certificate, or give Java a trust store that knows it",
        failure());
    assertEquals(List.of(), waited);
  }

  @Test
  void aLineThatBreaksIsNoWrongAddressEvenTheFirstTime() throws Exception {
    wire.breaks(new SocketException("Connection reset")).answer(200, "{}");
    assertEquals("{}", one());
    assertEquals(List.of("1 s"), waited);
  }

  private static final Call NOTE =
      Call.post("projects/1/notes", JsonNodeFactory.instance.objectNode().put("body", "x"));

  @Test
  void aWriteIsSentAgainOnlyAfterARefusal() throws Exception {
    wire.answer(429, "Retry later\n", "content-type: text/plain", "retry-after: 30")
        .answer(429, "{}")
        .answer(201, "{\"id\":1}");

    assertEquals(201, requests.write(NOTE).status());
    assertEquals(List.of("30 s", "30 s"), waited);
    assertEquals(3, requests.sent());
  }

  @Test
  void aWriteOfWhichNobodyKnowsIsNotSentAgain() {
    wire.answer(500, "{\"message\":\"500 Internal Server Error\"}")
        .answer(502, "<html>", "content-type: text/html")
        .answer(408, "{}")
        .breaks(new SocketException("Connection reset"));
    List<String> lost = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      lost.add(assertThrows(LostAnswerException.class, () -> requests.write(NOTE)).getMessage());
    }
    assertEquals(
        List.of(
            "500 Internal Server Error",
            "502 <html>",
            "408 {}",
            "no answer from https://git.example.org (Connection reset)"),
        lost);
    assertEquals(4, requests.sent());
    assertEquals(List.of(), waited);
  }

  @Test
  void aWriteThatIsTurnedDownIsAnAnswer() throws Exception {
    wire.answer(409, "{\"message\":[\"Another open merge request already exists: !3\"]}")
        .answer(403, "{\"message\":\"403 Forbidden\"}")
        .answer(202, "{}")
        .answer(401, "{\"message\":\"401 Unauthorized\"}");
    assertEquals(
        "409 [\"Another open merge request already exists: !3\"]", requests.write(NOTE).reason());
    assertEquals("403 Forbidden", requests.write(NOTE).reason());
    assertEquals(202, requests.write(NOTE).status());
    assertEquals(
        401, assertThrows(RequestFailedException.class, () -> requests.write(NOTE)).status());
  }

  @Test
  void aServerThatGoesOnRefusingEndsAWrite() {
    for (int i = 0; i < 21; i++) {
      wire.answer(429, "{}");
    }
    assertEquals(
        429, assertThrows(RequestFailedException.class, () -> requests.write(NOTE)).status());
  }

  @Test
  void anInterruptEndsWaiting() {
    wire.answer(429, "{}");
    Requests interrupted =
        new Requests(
            wire,
            URI.create("https://git.example.org"),
            duration -> Thread.currentThread().interrupt());
    assertThrows(
        RequestFailedException.class, () -> interrupted.one(Call.get("projects/1", Map.of())));
    assertTrue(Thread.interrupted());
  }

  @Test
  void aListThatSlidIsReadAgainAndEachRecordIsTakenOnce() throws Exception {
    wire.answer(200, "[{\"id\":1},{\"id\":2}]", "x-next-page: 2", "x-total: 4")
        .answer(200, "[{\"id\":2,\"now\":1}]", "x-total: 4")
        .answer(200, "[{\"id\":1},{\"id\":3}]", "x-next-page: 2", "x-total: 4")
        .answer(200, "[{\"id\":4}]", "x-total: 4");
    assertEquals(
        "[{\"id\":1}, {\"id\":3}, {\"id\":4}, {\"id\":2,\"now\":1}]",
        requests.all(Call.get("x", Map.of())).toString());
  }

  @Test
  void aListOfWhichSomeMayNotBeSeenIsReadAgainOnceOnly() throws Exception {
    wire.answer(200, "[{\"id\":1}]", "x-total: 2").answer(200, "[{\"id\":1}]", "x-total: 2");
    assertEquals("[{\"id\":1}]", requests.all(Call.get("x", Map.of())).toString());
  }

  @Test
  void aMovedProjectIsFollowedOnItsServerOnly() throws Exception {
    wire.answer(301, "moved", "location: https://git.example.org/api/v4/projects/81?x=1")
        .answer(200, "{}");
    assertEquals("{}", one());
    assertEquals("GET projects/81 {}", wire.asked.get(1));

    wire.answer(301, "moved", "location: https://elsewhere.example.org/api/v4/projects/81");
    assertEquals(
        "moved to https://elsewhere.example.org/api/v4/projects/81, where the token was not sent;"
            + " name the project there",
        failure());
    wire.answer(301, "moved", "location: http://git.example.org/api/v4/projects/81");
    assertEquals("moved to http: name the project so", failure());
    for (int i = 0; i < 6; i++) {
      wire.answer(302, "round", "location: /api/v4/projects/1");
    }
    assertEquals("302 round", failure());
  }

  @Test
  void aPageMayBeShortAndOnlyHeadersSayThatItIsTheLast() throws Exception {
    wire.answer(200, "[1]", "x-next-page: 2")
        .answer(
            200,
            "[]",
            "link: <https://git.example.org/x?page=1>; rel=\"first\","
                + " <https://git.example.org/x?per_page=100&page=3>; rel=\"next\"")
        .answer(200, "[2]", "x-next-page:");

    assertEquals("[1, 2]", requests.all(Call.get("x", Map.of("state", "all"))).toString());
    assertEquals("GET x {state=all, per_page=100, page=3}", wire.asked.get(2));
    assertEquals(3, requests.sent());
  }

  @Test
  void pagesThatLeadRoundAndRoundEnd() throws Exception {
    wire.answer(200, "[1]", "x-next-page: 2").answer(200, "[2]", "x-next-page: 1");
    assertEquals("[1, 2]", requests.all(Call.get("x", Map.of())).toString());
  }

  @Test
  void whatIsNotJsonIsNotGitLab() {
    wire.answer(200, "<html>\nPlease log in", "content-type: text/html");
    assertEquals(
        "the answer is no JSON but \"<html> Please log in\": is this GitLab, and nothing in"
            + " between?",
        failure());
    wire.answer(404, "{\"message\":\"404 Project Not Found\"}");
    assertEquals("404 Project Not Found", failure());
  }
}
