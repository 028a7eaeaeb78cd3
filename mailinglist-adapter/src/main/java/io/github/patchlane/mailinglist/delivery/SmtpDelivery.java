package io.github.patchlane.mailinglist.delivery;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.plan.Attempt;
import io.github.patchlane.core.plan.Pause;
import io.github.patchlane.mailinglist.compose.MailForm;
import io.github.patchlane.mailinglist.compose.OutgoingMail;
import jakarta.mail.Address;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;

/**
 * Sends mail. Each goes out with the time of its sending in {@code Date}; what it says keeps its
 * own. One connection serves all, and is made again where the server has closed it.
 *
 * <p>Whether a mail whose last answer was lost went out, nobody can tell: such a mail is not sent
 * again by itself.
 */
public final class SmtpDelivery implements Delivery {
  private static final String TIMEOUT = "60000";

  private final SmtpSettings settings;
  private final Clock clock;
  private final Pause pause;
  private final Session session;
  private final Transport transport;
  private boolean sentBefore;

  private SmtpDelivery(
      SmtpSettings settings, Clock clock, Pause pause, Session session, Transport transport) {
    this.settings = settings;
    this.clock = clock;
    this.pause = pause;
    this.session = session;
    this.transport = transport;
  }

  /**
   * Connects and logs in, so that what is wrong with either is known before anything is sent.
   *
   * @throws UndeliverableMailException where that fails
   */
  public static SmtpDelivery connect(SmtpSettings settings, Clock clock, Pause pause) {
    Session session = Session.getInstance(properties(settings));
    try {
      Transport transport =
          session.getTransport(settings.encryption() == Encryption.TLS ? "smtps" : "smtp");
      SmtpDelivery delivery = new SmtpDelivery(settings, clock, pause, session, transport);
      delivery.connect();
      return delivery;
    } catch (MessagingException e) {
      throw unreachable(settings, e);
    }
  }

  private static Properties properties(SmtpSettings settings) {
    Properties properties = new Properties();
    for (String protocol : new String[] {"mail.smtp", "mail.smtps"}) {
      properties.put(protocol + ".connectiontimeout", TIMEOUT);
      properties.put(protocol + ".timeout", TIMEOUT);
      properties.put(protocol + ".writetimeout", TIMEOUT);
      properties.put(protocol + ".auth", String.valueOf(settings.user().isPresent()));
      properties.put(protocol + ".ssl.checkserveridentity", "true");
      // all or nobody: a mail that half of the people got cannot be sent again
      properties.put(protocol + ".sendpartial", "false");
      settings.envelopeSender().ifPresent(from -> properties.put(protocol + ".from", from));
    }
    boolean startTls = settings.encryption() == Encryption.STARTTLS;
    properties.put("mail.smtp.starttls.enable", String.valueOf(startTls));
    properties.put("mail.smtp.starttls.required", String.valueOf(startTls));
    return properties;
  }

  private void connect() throws MessagingException {
    transport.connect(
        settings.host(),
        settings.port(),
        settings.user().orElse(null),
        settings.password().orElse(null));
  }

  private static UndeliverableMailException unreachable(
      SmtpSettings settings, MessagingException e) {
    String advice = "; see sendemail.* in the git configuration";
    if (e instanceof AuthenticationFailedException) {
      // without its cause: some servers repeat in their answer what was sent
      return new UndeliverableMailException(
          "cannot send by " + settings + ": it does not take that user and password" + advice);
    }
    return new UndeliverableMailException(
        "cannot send by " + settings + ": " + firstLine(e) + advice, e);
  }

  private static String firstLine(Exception e) {
    String message = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return message.lines().findFirst().orElse("").strip();
  }

  @Override
  public String name() {
    return "smtp:" + settings;
  }

  @Override
  public String destination() {
    return "smtp";
  }

  @Override
  public boolean knows() {
    return false;
  }

  @Override
  public boolean has(OutgoingMail mail) {
    return false;
  }

  @Override
  public Attempt deliver(OutgoingMail mail) {
    Address[] recipients = recipients(mail);
    if (recipients.length == 0) {
      return new Attempt.Refused("nobody to send it to; name a list with --mail-to");
    }
    if (sentBefore) {
      pause.pass(settings.pause());
    }
    sentBefore = true;
    try {
      MimeMessage message = message(mail);
      if (!transport.isConnected()) {
        connect();
      }
      transport.sendMessage(message, recipients);
      return new Attempt.Done(Map.of("message-id", mail.id().value()));
    } catch (SendFailedException e) {
      if (e instanceof SMTPSendFailedException failed && failed.getReturnCode() < 0) {
        return lost(e);
      }
      // the server said no to the mail or to somebody: it keeps nothing
      return new Attempt.Refused("refused by " + settings + ": " + reason(e));
    } catch (MessagingException e) {
      return transport.isConnected()
          ? new Attempt.Refused("refused by " + settings + ": " + firstLine(e))
          : lost(e);
    }
  }

  private Attempt lost(MessagingException e) {
    return new Attempt.Unclear("the connection to " + settings + " was lost: " + firstLine(e));
  }

  private static String reason(MessagingException e) {
    Exception next = e.getNextException();
    return next == null ? firstLine(e) : firstLine(e) + " (" + firstLine(next) + ")";
  }

  private MimeMessage message(OutgoingMail mail) throws MessagingException {
    byte[] bytes = MailForm.bytes(mail.at(clock.instant().atOffset(ZoneOffset.UTC).withNano(0)));
    return new MimeMessage(session, new ByteArrayInputStream(bytes));
  }

  private static Address[] recipients(OutgoingMail mail) {
    Map<String, Address> all = new LinkedHashMap<>();
    Stream.concat(mail.to().stream(), mail.cc().stream())
        .map(Person::email)
        .filter(e -> !e.isBlank())
        .forEach(email -> all.putIfAbsent(email, address(email)));
    return all.values().toArray(Address[]::new);
  }

  private static Address address(String email) {
    InternetAddress address = new InternetAddress();
    address.setAddress(email);
    return address;
  }

  @Override
  public void close() {
    try {
      transport.close();
    } catch (MessagingException e) {
      // all that was to be sent is sent; a rude goodbye changes nothing
    }
  }
}
