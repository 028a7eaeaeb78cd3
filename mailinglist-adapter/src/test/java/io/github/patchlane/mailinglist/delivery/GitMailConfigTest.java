package io.github.patchlane.mailinglist.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.patchlane.core.contribution.Person;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class GitMailConfigTest {
  @Test
  void readsWhatSendEmailReads() {
    GitMailConfig config =
        GitMailConfig.parse(
            """
            [user]
            	name = Ann Author
            	email = ann@example.org
            [sendemail]
            	smtpServer = mail.example.org
            	smtpEncryption = tls
            	smtpUser = ann
            	to = devel@example.org
            	to = Other List <other@example.org>
            	cc = \\"Max, M.\\" <max@example.org>, Kim <kim@example.org>
            """);
    assertEquals(
        new SmtpSettings(
            "mail.example.org",
            587,
            Encryption.STARTTLS,
            Optional.of("ann"),
            Optional.empty(),
            Optional.empty(),
            Duration.ofSeconds(1)),
        config.smtp());
    assertEquals(Optional.of(new Person("Ann Author", "ann@example.org")), config.from());
    assertEquals(
        List.of(new Person("", "devel@example.org"), new Person("Other List", "other@example.org")),
        config.to());
    assertEquals(
        List.of(new Person("Max, M.", "max@example.org"), new Person("Kim", "kim@example.org")),
        config.cc());
  }

  @Test
  void anIdentityComesBeforeWhatIsCommonToAll() {
    GitMailConfig config =
        GitMailConfig.parse(
            """
            [sendemail]
            	identity = work
            	smtpServer = home.example.org
            	smtpEncryption = ssl
            	to = home@example.org
            [sendemail "work"]
            	smtpServer = work.example.org
            	smtpServerPort = 2465
            	from = Ann <ann@work.example.org>
            	envelopeSender = <bounces@work.example.org>
            """);
    assertEquals(
        new SmtpSettings(
            "work.example.org",
            2465,
            Encryption.TLS,
            Optional.empty(),
            Optional.empty(),
            Optional.of("bounces@work.example.org"),
            Duration.ofSeconds(1)),
        config.smtp());
    assertEquals(Optional.of(new Person("Ann", "ann@work.example.org")), config.from());
    assertEquals(List.of(new Person("", "home@example.org")), config.to());
  }

  @Test
  void whatCannotBeUsedIsToldWithItsKey() {
    assertMessage(
        "no SMTP server: set sendemail.smtpServer in the git configuration",
        "[user]\n\tname = x\n");
    assertMessage(
        "sendemail.smtpEncryption is \"rot13\": it can be ssl or tls",
        "[sendemail]\n\tsmtpServer = a\n\tsmtpEncryption = rot13\n");
    assertMessage(
        "sendemail.smtpServerPort is \"many\": a number is needed there",
        "[sendemail]\n\tsmtpServer = a\n\tsmtpServerPort = many\n");
  }

  private static void assertMessage(String message, String config) {
    assertEquals(
        message,
        assertThrows(UndeliverableMailException.class, () -> GitMailConfig.parse(config).smtp())
            .getMessage());
  }
}
