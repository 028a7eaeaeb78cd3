package io.github.patchlane.mailinglist.delivery;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * An SMTP server and how to talk to it.
 *
 * @param host its name
 * @param port its port
 * @param user to log in as; empty where it asks for none
 * @param password never printed
 * @param envelopeSender where bounces go; empty for the mail's own sender
 * @param pause between one mail and the next: servers turn away those that hurry
 */
public record SmtpSettings(
    String host,
    int port,
    Encryption encryption,
    Optional<String> user,
    Optional<String> password,
    Optional<String> envelopeSender,
    Duration pause) {
  public SmtpSettings {
    if (host.isBlank()) {
      throw new IllegalArgumentException("an SMTP server has a name");
    }
    if (port < 1 || port > 65_535) {
      throw new IllegalArgumentException("not a port: " + port);
    }
    Objects.requireNonNull(encryption);
    Objects.requireNonNull(user);
    Objects.requireNonNull(password);
    Objects.requireNonNull(envelopeSender);
    Objects.requireNonNull(pause);
  }

  /** The same server with a password, which the configuration seldom holds. */
  public SmtpSettings withPassword(String secret) {
    return new SmtpSettings(
        host, port, encryption, user, Optional.of(secret), envelopeSender, pause);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return host + ':' + port + user.map(u -> " as " + u).orElse("");
  }
}
