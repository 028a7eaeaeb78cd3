package io.github.patchlane.mailinglist.delivery;

import static io.github.patchlane.mailinglist.compose.Proposal.patch;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.plan.Attempt;
import io.github.patchlane.core.plan.Journal;
import io.github.patchlane.core.plan.PlanRun;
import io.github.patchlane.core.plan.StepReport;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.mailinglist.compose.ComposeOptions;
import io.github.patchlane.mailinglist.compose.Proposal;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SmtpDeliveryTest {
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-05-06T07:08:09Z"), ZoneOffset.UTC);
  private static final ComposeOptions OPTIONS =
      ComposeOptions.DEFAULT
          .withSender(new Person("Gateway", "gateway@example.org"))
          .withRecipients(
              List.of(new Person("", "devel@example.org")),
              List.of(new Person("M\u00e4x", "max@elsewhere.example")));
  private static final String DIFF =
      """
      diff --git a/a.txt b/a.txt
      index 1111111..2222222 100644
      --- a/a.txt
      +++ b/a.txt
      @@ -1 +1 @@
      -caf\u00e9
      +caf\u00e9 noir\r
      """;

  private final List<Duration> pauses = new ArrayList<>();
  private GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

  @TempDir Path scratch;

  @AfterEach
  void stop() {
    server.stop();
  }

  private SmtpSettings settings(Encryption encryption) {
    int port =
        encryption == Encryption.TLS ? server.getSmtps().getPort() : server.getSmtp().getPort();
    return new SmtpSettings(
        "127.0.0.1",
        port,
        encryption,
        Optional.empty(),
        Optional.empty(),
        Optional.of("bounces@example.org"),
        Duration.ofSeconds(1));
  }

  private static Posting posting() {
    return new Proposal()
        .round("", patch(1, "a: add\n", DIFF))
        .round("", patch(2, "a: add more\n", DIFF))
        .posting();
  }

  private List<StepReport> send(SmtpSettings settings, Journal journal) {
    try (MailTarget target =
        new MailTarget(SmtpDelivery.connect(settings, CLOCK, pauses::add), OPTIONS)) {
      return new PlanRun(journal, wait -> {}, report -> {})
          .run(target.plan(posting()), target.outside());
    }
  }

  @Test
  void everybodyGetsTheMailAsItWasComposed() throws Exception {
    server.start();
    send(settings(Encryption.NONE), Journal.inMemory());
    MimeMessage[] received = received("devel@example.org");
    assertEquals(2, received.length);
    assertEquals(2, received("max@elsewhere.example").length);
    assertEquals("[PATCH] a: add", received[0].getSubject());
    assertEquals("Gateway <gateway@example.org>", received[0].getHeader("From", null));
    assertEquals("Wed, 6 May 2026 07:08:09 +0000", received[0].getHeader("Date", null));
    assertTrue(received[0].getHeader("Return-Path", null).contains("bounces@example.org"));
    String body = new String(received[0].getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    // the file's own carriage return, and that of the transport's line end
    assertTrue(body.contains("+caf\u00e9 noir\r\r\n"), body);
    assertEquals(List.of(Duration.ofSeconds(1)), pauses);
  }

  @Test
  void theJournalKeepsALaterRunFromSendingAgain() {
    server.start();
    Path file = scratch.resolve("journal");
    try (Journal journal = Journal.open(file)) {
      send(settings(Encryption.NONE), journal);
    }
    try (Journal journal = Journal.open(file)) {
      assertEquals(
          List.of("recorded", "recorded"),
          send(settings(Encryption.NONE), journal).stream().map(r -> r.outcome().label()).toList());
    }
    assertEquals(2, received("devel@example.org").length);
  }

  @Test
  void aWrongPasswordIsToldBeforeAnythingIsSentAndNeverPrinted() {
    server.setUser("gate@example.org", "gate", "right");
    server.start();
    server.getUserManager().setAuthRequired(true);
    SmtpSettings wrong =
        new SmtpSettings(
                "127.0.0.1",
                server.getSmtp().getPort(),
                Encryption.NONE,
                Optional.of("gate"),
                Optional.empty(),
                Optional.empty(),
                Duration.ZERO)
            .withPassword("s3cret-wrong");
    UndeliverableMailException told =
        assertThrows(
            UndeliverableMailException.class,
            () -> SmtpDelivery.connect(wrong, CLOCK, pauses::add).close());
    assertTrue(
        String.valueOf(told.getMessage()).contains("does not take that user and password"),
        told::getMessage);
    for (Throwable t = told; t != null; t = t.getCause()) {
      assertFalse(String.valueOf(t.getMessage()).contains("s3cret-wrong"));
    }
    assertFalse(wrong.toString().contains("s3cret-wrong"));
  }

  @Test
  void aRightPasswordLogsIn() {
    server.setUser("gate@example.org", "gate", "right");
    server.start();
    SmtpSettings right =
        new SmtpSettings(
            "127.0.0.1",
            server.getSmtp().getPort(),
            Encryption.NONE,
            Optional.of("gate"),
            Optional.of("right"),
            Optional.empty(),
            Duration.ZERO);
    assertEquals(
        List.of("performed", "performed"),
        send(right, Journal.inMemory()).stream().map(r -> r.outcome().label()).toList());
  }

  @Test
  void withoutTlsWhereItWasAskedForNothingIsSent() {
    server.start();
    assertThrows(
        UndeliverableMailException.class,
        () -> SmtpDelivery.connect(settings(Encryption.STARTTLS), CLOCK, pauses::add).close());
  }

  @Test
  void aServerThatNobodyTrustsIsNotTalkedTo() {
    server = new GreenMail(new ServerSetup[] {ServerSetupTest.SMTPS.dynamicPort()});
    server.start();
    assertThrows(
        UndeliverableMailException.class,
        () -> SmtpDelivery.connect(settings(Encryption.TLS), CLOCK, pauses::add).close());
  }

  /** The answer to the mail's last dot is lost: it may have been sent, and is not sent again. */
  @Test
  void aLostAnswerIsNotKnownToBeSentOrNot() throws Exception {
    Path file = scratch.resolve("journal");
    try (DyingServer dying = new DyingServer()) {
      SmtpSettings settings =
          new SmtpSettings(
              "127.0.0.1",
              dying.port(),
              Encryption.NONE,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Duration.ZERO);
      try (Journal journal = Journal.open(file)) {
        List<StepReport> reports = send(settings, journal);
        assertEquals("failed", reports.get(0).outcome().label());
      }
    }
    server.start();
    try (Journal journal = Journal.open(file)) {
      send(settings(Encryption.NONE), journal);
    }
    assertEquals(
        List.of("[PATCH v2] a: add more"),
        List.of(received("devel@example.org")).stream().map(SmtpDeliveryTest::subject).toList());
    assertTrue(Files.readString(file).contains("\"intent\""));
  }

  private MimeMessage[] received(String address) {
    GreenMailUser user = server.getUserManager().getUserByEmail(address);
    try {
      return server.getManagers().getImapHostManager().getInbox(user).getMessages().stream()
          .map(StoredMessage::getMimeMessage)
          .toArray(MimeMessage[]::new);
    } catch (FolderException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String subject(MimeMessage message) {
    try {
      return message.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Takes one mail and dies before it says so; then refuses. */
  private static final class DyingServer implements AutoCloseable {
    private final ServerSocket socket;
    private final Thread thread;

    private DyingServer() throws IOException {
      socket = new ServerSocket(0);
      thread = new Thread(this::serve);
      thread.setDaemon(true);
      thread.start();
    }

    int port() {
      return socket.getLocalPort();
    }

    private void serve() {
      boolean died = false;
      while (!socket.isClosed()) {
        try (Socket peer = socket.accept()) {
          var in =
              new java.io.BufferedReader(
                  new java.io.InputStreamReader(
                      peer.getInputStream(), StandardCharsets.ISO_8859_1));
          var out = peer.getOutputStream();
          out.write("220 here\r\n".getBytes(StandardCharsets.US_ASCII));
          boolean data = false;
          for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (data) {
              if (line.equals(".")) {
                died = true;
                break;
              }
              continue;
            }
            String answer = "250 ok\r\n";
            if (line.startsWith("DATA")) {
              data = !died;
              answer = died ? "554 no\r\n" : "354 go on\r\n";
            }
            out.write(answer.getBytes(StandardCharsets.US_ASCII));
          }
        } catch (IOException e) {
          if (!socket.isClosed()) {
            throw new UncheckedIOException(e);
          }
        }
      }
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }

  @Test
  void mailForNobodyIsRefused() {
    server.start();
    try (SmtpDelivery delivery =
            SmtpDelivery.connect(settings(Encryption.NONE), CLOCK, pauses::add);
        MailTarget target = new MailTarget(delivery, ComposeOptions.DEFAULT)) {
      Attempt attempt = delivery.deliver(MailSteps.mail(target.plan(posting()).steps().get(0)));
      assertEquals(
          "nobody to send it to; name a list with --mail-to",
          assertInstanceOf(Attempt.Refused.class, attempt).reason());
    }
  }
}
