package io.github.patchlane.mailinglist.delivery;

import static io.github.patchlane.mailinglist.compose.Proposal.RAY;
import static io.github.patchlane.mailinglist.compose.Proposal.patch;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetupTest;
import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.review.LineAnchor;
import io.github.patchlane.core.source.ContributionTarget;
import io.github.patchlane.core.source.MessageText;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.core.testkit.ContributionTargetContract;
import io.github.patchlane.mailinglist.compose.ComposeOptions;
import io.github.patchlane.mailinglist.compose.Proposal;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.io.TempDir;

/** Mail as a target, wherever the mail goes. */
class MailTargetContractTest {
  private static final String DIFF =
      """
      diff --git a/pump.c b/pump.c
      index 1111111..2222222 100644
      --- a/pump.c
      +++ b/pump.c
      @@ -1,3 +1,4 @@ int run(void)
       int run(void)
       {
      +	stop(); /* gr\u00fcndlich */
       }
      """;

  private static Posting told() {
    LineAnchor line = new LineAnchor(patch(1, "", "").id(), "pump.c", 3, LineAnchor.Side.NEW);
    return new Proposal()
        .round(
            "It never did.\n\nFrom now on it does.",
            patch(1, "pump: stop\n\nIt ran on.\n", DIFF),
            patch(2, "valve: stop\n", DIFF.replace("pump.c", "valve.c")))
        .says(
            RAY,
            "7",
            Optional.empty(),
            new MessageText.Passage("", "Check what it returns.", Optional.of(line)))
        .round(
            "It never did.",
            patch(3, "pump: stop\n\nIt ran on.\n", DIFF.replace("stop();", "return stop();")),
            patch(4, "valve: stop\n", DIFF.replace("pump.c", "valve.c")))
        .posting();
  }

  @Nested
  class Mbox extends ContributionTargetContract {
    @TempDir Path scratch;

    private Path file() {
      return scratch.resolve("series.mbox");
    }

    @Override
    protected Posting posting() {
      return told();
    }

    @Override
    protected ContributionTarget open() {
      return new MailTarget(MboxDelivery.open(file()), ComposeOptions.DEFAULT);
    }

    @Override
    protected String outside() throws IOException {
      return Files.exists(file()) ? Files.readString(file()) : "";
    }

    @Override
    protected void reset() throws IOException {
      Files.deleteIfExists(file());
    }
  }

  @Nested
  class Maildir extends ContributionTargetContract {
    @TempDir Path scratch;
    private int count;

    private Path directory() {
      return scratch.resolve("maildir-" + count);
    }

    @Override
    protected Posting posting() {
      return told();
    }

    @Override
    protected ContributionTarget open() {
      return new MailTarget(MaildirDelivery.open(directory()), ComposeOptions.DEFAULT);
    }

    @Override
    protected String outside() throws IOException {
      if (!Files.exists(directory())) {
        return "";
      }
      StringBuilder all = new StringBuilder();
      try (Stream<Path> files = Files.walk(directory())) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          all.append(directory().relativize(file)).append('\n').append(Files.readString(file));
        }
      }
      return all.toString();
    }

    @Override
    protected void reset() {
      count++;
    }
  }

  /** What was sent cannot be seen by the sender: only the journal keeps it from going out twice. */
  @Nested
  class Smtp extends ContributionTargetContract {
    private static final String LIST = "devel@example.org";
    private static final ComposeOptions OPTIONS =
        ComposeOptions.DEFAULT
            .withSender(new Person("Gateway", "gateway@example.org"))
            .withRecipients(List.of(new Person("", LIST)), List.of());

    private final GreenMail server = new GreenMail(ServerSetupTest.SMTP.dynamicPort());

    @BeforeEach
    void start() {
      server.start();
    }

    @AfterEach
    void stop() {
      server.stop();
    }

    @Override
    protected Posting posting() {
      return told();
    }

    @Override
    protected ContributionTarget open() {
      SmtpSettings settings =
          new SmtpSettings(
              "127.0.0.1",
              server.getSmtp().getPort(),
              Encryption.NONE,
              Optional.empty(),
              Optional.empty(),
              Optional.empty(),
              Duration.ZERO);
      Clock clock = Clock.fixed(Instant.parse("2026-05-06T07:08:09Z"), ZoneOffset.UTC);
      return new MailTarget(SmtpDelivery.connect(settings, clock, pause -> {}), OPTIONS);
    }

    @Override
    protected String outside() throws Exception {
      List<String> mails = new ArrayList<>();
      for (MimeMessage mail : server.getReceivedMessagesForDomain("example.org")) {
        mails.add(
            mail.getMessageID()
                + ' '
                + mail.getSubject()
                + '\n'
                + new String(mail.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
      }
      mails.sort(Comparator.naturalOrder());
      return String.join("\n", mails);
    }

    @Override
    protected boolean seesItsWrites() {
      return false;
    }

    @Override
    protected void reset() throws Exception {
      server.purgeEmailFromAllMailboxes();
    }
  }
}
