package io.github.patchlane.mailinglist.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.Plan;
import io.github.patchlane.core.plan.PlanRun;
import io.github.patchlane.core.plan.PlanText;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.mailinglist.compose.ComposeOptions;
import io.github.patchlane.mailinglist.compose.Proposal;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looks for the password in everything that leaves the process but the login itself. */
class PasswordTest {
  private static final String USER = "gate";
  private static final String PASSWORD = "Correct-Horse-7!";

  @TempDir Path scratch;
  private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());
  private final StringWriter seen = new StringWriter();
  private final Logger root = LogManager.getLogManager().getLogger("");
  private final Level before = root.getLevel();
  private final Handler handler =
      new Handler() {
        @Override
        public void publish(LogRecord said) {
          // the other side of the talk is in this process too
          if (!String.valueOf(said.getLoggerName()).startsWith("com.icegreen")) {
            seen.append(said.getMessage()).append(' ');
            seen.append(String.valueOf(List.of(Optional.ofNullable(said.getParameters()))));
          }
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
      };

  @BeforeEach
  void listen() {
    handler.setLevel(Level.ALL);
    root.addHandler(handler);
    root.setLevel(Level.ALL);
    server.setUser("gate@example.org", USER, PASSWORD);
    server.start();
    server.getUserManager().setAuthRequired(true);
  }

  @AfterEach
  void stop() {
    root.removeHandler(handler);
    root.setLevel(before);
    server.stop();
  }

  private SmtpSettings settings(int port, String password) {
    return new SmtpSettings(
        "127.0.0.1",
        port,
        Encryption.NONE,
        Optional.of(USER),
        Optional.of(password),
        Optional.empty(),
        Duration.ZERO);
  }

  private void send(SmtpSettings settings) throws IOException {
    seen.append(settings.toString());
    Path file = scratch.resolve("journal");
    ComposeOptions options =
        ComposeOptions.DEFAULT
            .withSender(new Person("Gateway", "gateway@example.org"))
            .withRecipients(List.of(new Person("", "devel@example.org")), List.of());
    Clock clock = Clock.fixed(Instant.parse("2026-05-06T07:08:09Z"), ZoneOffset.UTC);
    try (Journal journal = Journal.open(file);
        SmtpDelivery delivery = SmtpDelivery.connect(settings, clock, pause -> {});
        MailTarget target = new MailTarget(delivery, options)) {
      seen.append(target.name());
      Plan plan =
          target.plan(new Proposal().round("", Proposal.patch(1, "a: add\n", "")).posting());
      seen.append(PlanText.text(plan)).append(PlanText.json(plan));
      PlanRun run = new PlanRun(journal, pause -> {}, report -> {});
      for (StepReport report : run.run(plan, target.outside())) {
        seen.append(PlanText.text(report)).append(report.toString());
      }
    } catch (UndeliverableMailException e) {
      e.printStackTrace(new PrintWriter(seen, true));
    }
    seen.append(Files.readString(file));
  }

  private void assertSilent(String expected, String password) {
    String said = seen.toString();
    assertTrue(said.contains(expected), said);
    for (String form : List.of(password, base64(password), base64("\0" + USER + "\0" + password))) {
      int at = said.indexOf(form);
      assertEquals(-1, at, () -> "behind " + said.substring(Math.max(0, at - 200), at));
    }
  }

  private static String base64(String text) {
    String encoded = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return encoded.replace("=", "");
  }

  @Test
  void aRightPasswordIsSaidNowhere() throws IOException {
    send(settings(server.getSmtp().getPort(), PASSWORD));
    assertSilent("performed", PASSWORD);
  }

  @Test
  void aWrongPasswordIsSaidNowhere() throws IOException {
    send(settings(server.getSmtp().getPort(), "Wrong-Horse-8!"));
    assertSilent("does not take that user and password", "Wrong-Horse-8!");
  }

  @Test
  void aServerThatIsNotThereHearsAndSaysNothing() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0)) {
      port = gone.getLocalPort();
    }
    send(settings(port, PASSWORD));
    assertSilent("cannot send by 127.0.0.1", PASSWORD);
  }
}
