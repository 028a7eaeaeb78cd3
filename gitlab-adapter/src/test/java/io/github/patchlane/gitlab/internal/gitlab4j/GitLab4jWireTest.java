package io.github.patchlane.gitlab.internal.gitlab4j;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.patchlane.gitlab.AccessToken;
import io.github.patchlane.gitlab.rest.Answer;
import io.github.patchlane.gitlab.rest.Call;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class GitLab4jWireTest {
  private static final String TOKEN = "glpat-of-nobody-at-all";
  private static final JsonNode NOTE =
      JsonNodeFactory.instance.objectNode().put("body", "naïve + 100 %").put("resolved", true);

  private OneLineServer server;
  private GitLab4jWire wire;

  @BeforeEach
  void connect() throws IOException {
    server = OneLineServer.start();
    wire = new GitLab4jWire(server.address(), new AccessToken(TOKEN));
  }

  @AfterEach
  void disconnect() throws IOException {
    wire.close();
    server.close();
  }

  @Test
  void aWriteIsJsonAndItsAnswerComesAsItIs() throws IOException {
    server.answers("202 Accepted", "{\"summary\":[]}", "Retry-After: 7");

    Answer answer = wire.send(Call.post("projects/1/notes", NOTE));

    assertEquals(202, answer.status());
    assertEquals("7", answer.header("Retry-After").orElseThrow());
    assertEquals("{\"summary\":[]}", answer.json().toString());
    String sent = server.heard().get(0);
    assertTrue(sent.startsWith("POST /api/v4/projects/1/notes HTTP/1.1\r\n"), sent);
    assertTrue(sent.contains("PRIVATE-TOKEN: " + TOKEN + "\r\n"), sent);
    assertTrue(sent.contains("Content-Type: application/json\r\n"), sent);
    assertTrue(sent.endsWith("\r\n\r\n" + NOTE), sent);
  }

  @Test
  void aQueryIsEncodedOnce() throws IOException {
    server.answers("200 OK", "[]");
    wire.send(Call.get("projects/a%2Fb/x", Map.of("after", "00:00+01:00 {%41}")));
    assertTrue(
        server
            .heard()
            .get(0)
            .startsWith(
                "GET /api/v4/projects/a%2Fb/x?after=00%3A00%2B01%3A00+%7B%2541%7D HTTP/1.1\r\n"),
        server.heard().get(0));
  }

  @Test
  void noRedirectIsFollowedWithTheToken() throws IOException {
    try (OneLineServer stranger = OneLineServer.start()) {
      stranger.answers("200 OK", "{}");
      server.answers("302 Found", "", "Location: " + stranger.address() + "/api/v4/projects/1");
      assertEquals(302, wire.send(Call.get("projects/1", Map.of())).status());
      assertEquals(List.of(), stranger.heard());
    }
  }

  @Test
  void nothingIsSentTwice() {
    for (int i = 0; i < 8; i++) {
      server.hangsUp();
    }
    assertThrows(IOException.class, () -> wire.send(Call.get("projects/1", Map.of())));
    assertThrows(IOException.class, () -> wire.send(Call.post("projects/1/notes", NOTE)));
    assertEquals(2, server.heard().size());
  }

  @Test
  void noLogAtAnyLevelHoldsTheToken() throws IOException {
    Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    root.addAppender(logged);
    root.setLevel(Level.TRACE);
    try {
      server.answers("200 OK", "{}");
      wire.send(Call.post("projects/1/notes", NOTE));
      server.hangsUp();
      assertThrows(IOException.class, () -> wire.send(Call.get("projects/1", Map.of())));
    } finally {
      root.setLevel(before);
      root.detachAppender(logged);
    }
    List<String> lines =
        logged.list.stream().map(e -> e.getLoggerName() + " " + e.getFormattedMessage()).toList();
    assertTrue(
        lines.stream().anyMatch(line -> line.startsWith("org.apache.http")),
        "the client logs nowhere that this hears");
    assertEquals(List.of(), lines.stream().filter(line -> line.contains(TOKEN)).toList());
  }

  @Test
  void aServerThatIsNotThereIsSaidToBeSo() {
    GitLab4jWire nowhere =
        new GitLab4jWire(URI.create("http://localhost:1"), new AccessToken(TOKEN));
    IOException said =
        assertThrows(IOException.class, () -> nowhere.send(Call.get("projects/1", Map.of())));
    assertFalse(said.toString().contains(TOKEN));
    nowhere.close();
  }
}
