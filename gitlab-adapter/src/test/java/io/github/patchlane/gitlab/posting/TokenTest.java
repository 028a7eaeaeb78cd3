package io.github.patchlane.gitlab.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.PlanRun;
import io.github.patchlane.core.plan.PlanText;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.gitlab.AccessToken;
import io.github.patchlane.gitlab.ProjectAddress;
import io.github.patchlane.gitlab.standin.AccessLevel;
import io.github.patchlane.gitlab.standin.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/**
 * Looks for the token in everything that leaves the process but its own header: in the form of the
 * API's, and in the form in which git sends it.
 */
class TokenTest {
  /**
   * The other side of the talk, which is in this process too; and Java's own HTTP client, which at
   * its finest repeats whole requests. A library leaves that to the program: ours keeps it silent.
   */
  private static final List<String> OTHERS =
      List.of(
          "wiremock",
          "WireMock",
          "com.github.tomakehurst",
          "org.eclipse.jetty",
          "jetty",
          "sun.net.www.protocol.http");

  private final Logger root = (Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
  private final Level before = root.getLevel();
  private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
  private final java.util.logging.Logger other = LogManager.getLogManager().getLogger("");
  private final java.util.logging.Level otherBefore = other.getLevel();
  private final StringWriter seen = new StringWriter();
  private final Handler handler =
      new Handler() {
        @Override
        public synchronized void publish(LogRecord said) {
          if (isOurs(String.valueOf(said.getLoggerName()))) {
            seen.append(said.getMessage());
            for (Object parameter :
                said.getParameters() == null ? new Object[0] : said.getParameters()) {
              seen.append(' ').append(String.valueOf(parameter));
            }
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @TempDir Path scratch;
  private Posting posting;
  private Path commits;
  private Path journal;

  @BeforeEach
  void listen() throws IOException {
    commits = scratch.resolve("commits.git");
    posting = Story.of(4, commits);
    journal = scratch.resolve("journal");
    logged.start();
    root.setLevel(Level.TRACE);
    root.addAppender(logged);
    handler.setLevel(java.util.logging.Level.ALL);
    other.addHandler(handler);
    other.setLevel(java.util.logging.Level.ALL);
  }

  @AfterEach
  void stop() {
    other.removeHandler(handler);
    other.setLevel(otherBefore);
    root.detachAppender(logged);
    root.setLevel(before);
  }

  private static boolean isOurs(String logger) {
    return OTHERS.stream().noneMatch(logger::startsWith);
  }

  private void run(Bridge bridge, String token) throws IOException {
    try (Journal records = Journal.open(journal);
        GitLabTarget target =
            GitLabTarget.open(
                ProjectAddress.parse(bridge.project().webUrl()).orElseThrow(),
                PostingOptions.into("main"),
                commits,
                new AccessToken(token),
                pause -> {})) {
      seen.append(target.name());
      PlanRun run = new PlanRun(records, pause -> {}, report -> {});
      for (StepReport report : run.run(target.plan(posting), target.outside())) {
        seen.append(PlanText.text(report)).append(report.toString());
      }
    } catch (RuntimeException e) {
      e.printStackTrace(new PrintWriter(seen, true));
    }
    seen.append(Files.readString(journal)).append(bridge.gitlab().state());
  }

  private void assertSilent(String expected, String token) {
    List<ILoggingEvent> events = List.copyOf(logged.list);
    assertFalse(events.isEmpty());
    events.stream()
        .filter(event -> isOurs(event.getLoggerName()))
        .forEach(event -> seen.append(event.getFormattedMessage()).append('\n'));
    String said = seen.toString();
    assertTrue(said.contains(expected), said);
    for (String form : List.of(token, base64(token), base64("oauth2:" + token))) {
      int at = said.indexOf(form);
      assertEquals(-1, at, () -> "behind " + said.substring(Math.max(0, at - 200), at));
    }
  }

  private static String base64(String text) {
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return encoded.replace("=", "");
  }

  @Test
  void isInNothingThatIsSaidOfAConnectionThatBreaksAgainAndAgain() throws IOException {
    try (Bridge bridge = new Bridge(scratch, commits, AccessLevel.OWNER)) {
      for (int n : new int[] {3, 6, 9, 14, 20}) {
        bridge.gitlab().faults().at(n, Fault.CUT_AFTER);
        run(bridge, bridge.token());
        bridge.gitlab().faults().reconnect();
        bridge.gitlab().faults().clear();
      }
      assertSilent("UnreachableGitLabException", bridge.token());
      assertEquals(List.of(), bridge.gitlab().quickActionsRun());
      assertEquals(List.of(), bridge.gitlab().pings());
      assertEquals(List.of(), bridge.gitlab().closedIssues());
    }
  }

  @Test
  void isInNothingThatIsSaidOfEveryFaultAtOnce() throws IOException {
    try (Bridge bridge = new Bridge(scratch, commits, AccessLevel.OWNER)) {
      bridge
          .gitlab()
          .faults()
          .seeded(
              4,
              0.4,
              Fault.THROTTLED,
              Fault.LIMITED,
              Fault.SERVER_ERROR,
              Fault.BAD_GATEWAY,
              Fault.LOST_RESPONSE,
              Fault.DROPPED,
              Fault.MOVED);
      run(bridge, bridge.token());
      assertFalse(bridge.gitlab().faults().fired().isEmpty());
      assertSilent("merge request", bridge.token());
    }
  }

  @Test
  void isInNoAnswerToAWrongOne() throws IOException {
    String wrong = "glpat-never-given-to-anybody";
    try (Bridge bridge = new Bridge(scratch, commits, AccessLevel.OWNER)) {
      run(bridge, wrong);
      assertSilent("does not accept the token", wrong);
    }
  }

  @Test
  void isInNoRefusalToPush() throws IOException {
    try (Bridge bridge = new Bridge(scratch, commits, AccessLevel.REPORTER)) {
      run(bridge, bridge.token());
      assertSilent("push", bridge.token());
    }
  }
}
