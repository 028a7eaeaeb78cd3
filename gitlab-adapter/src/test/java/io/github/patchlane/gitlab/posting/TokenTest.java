package io.github.patchlane.gitlab.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.PlanText;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.gitlab.standin.AccessLevel;
import io.github.patchlane.gitlab.standin.Fault;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** Looks for the token in everything that leaves the process but its own header. */
class TokenTest {
  @TempDir Path scratch;

  @Test
  void isInNoOutputLogJournalOrException() throws IOException {
    Path commits = scratch.resolve("commits.git");
    Posting posting = Story.of(4, commits);
    Path file = scratch.resolve("journal");
    Logger root = (Logger) LoggerFactory.getLogger("org.eclipse.jgit");
    Level before = root.getLevel();
    ListAppender<ILoggingEvent> logged = new ListAppender<>();
    logged.start();
    root.setLevel(Level.TRACE);
    root.addAppender(logged);
    StringWriter seen = new StringWriter();
    try (Bridge bridge = new Bridge(scratch, commits, AccessLevel.OWNER)) {
      for (int n : new int[] {3, 6, 9, 14, 20}) {
        bridge.gitlab().faults().at(n, Fault.CUT_AFTER);
        try (Journal journal = Journal.open(file)) {
          for (StepReport report : bridge.post(posting, journal)) {
            seen.append(PlanText.text(report)).append(report.toString());
          }
        } catch (UnreachableGitLabException e) {
          e.printStackTrace(new PrintWriter(seen, true));
        }
        bridge.gitlab().faults().reconnect();
        bridge.gitlab().faults().clear();
      }
      logged.list.forEach(event -> seen.append(event.getFormattedMessage()).append('\n'));
      seen.append(Files.readString(file)).append(bridge.gitlab().state());
      assertFalse(seen.toString().isEmpty());
      assertEquals(-1, seen.toString().indexOf(bridge.token()));
      assertEquals(List.of(), bridge.gitlab().quickActionsRun());
      assertEquals(List.of(), bridge.gitlab().pings());
      assertEquals(List.of(), bridge.gitlab().closedIssues());
    } finally {
      root.detachAppender(logged);
      root.setLevel(before);
    }
  }
}
