package io.github.patchlane.mailinglist.delivery;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.mailinglist.message.Addresses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.eclipse.jgit.errors.ConfigInvalidException;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;

/**
 * What {@code git send-email} is told by the git configuration: {@code sendemail.*}, with {@code
 * sendemail.<identity>.*} before it, and {@code user.*}. Whoever sends patches by mail has set this
 * up already.
 */
public final class GitMailConfig {
  private static final String SECTION = "sendemail";
  private static final int SUBMISSION = 587;
  private static final int SMTPS = 465;
  private static final int SMTP = 25;

  private final Config config;
  private final Optional<String> identity;

  private GitMailConfig(Config config) {
    this.config = config;
    this.identity = Optional.ofNullable(config.getString(SECTION, null, "identity"));
  }

  /**
   * The user's own configuration, with that of a repository over it.
   *
   * @param gitDirectory of a repository; empty for the user's own alone
   * @throws UndeliverableMailException where a file of it cannot be read
   */
  public static GitMailConfig load(Optional<Path> gitDirectory) {
    try {
      StoredConfig user = SystemReader.getInstance().getUserConfig();
      if (gitDirectory.isEmpty()) {
        return new GitMailConfig(user);
      }
      FileBasedConfig own =
          new FileBasedConfig(user, gitDirectory.get().resolve("config").toFile(), FS.DETECTED);
      own.load();
      return new GitMailConfig(own);
    } catch (IOException | ConfigInvalidException e) {
      throw new UndeliverableMailException(
          "cannot read the git configuration (" + e.getMessage() + "); git config -l shows it", e);
    }
  }

  /** What a configuration file's text says. */
  static GitMailConfig parse(String text) {
    try {
      Config config = new Config();
      config.fromText(text);
      return new GitMailConfig(config);
    } catch (ConfigInvalidException e) {
      throw new UndeliverableMailException("not a git configuration: " + e.getMessage(), e);
    }
  }

  /**
   * The server to send by.
   *
   * @throws UndeliverableMailException where the configuration names none, or one that this program
   *     cannot use
   */
  public SmtpSettings smtp() {
    String host =
        value("smtpServer")
            .orElseThrow(
                () ->
                    new UndeliverableMailException(
                        "no SMTP server: set sendemail.smtpServer in the git configuration"));
    if (host.startsWith("/")) {
      throw new UndeliverableMailException(
          "sendemail.smtpServer names the program "
              + host
              + "; name a server, localhost for this machine's own");
    }
    Encryption encryption = encryption();
    int port =
        switch (encryption) {
          case NONE -> SMTP;
          case STARTTLS -> SUBMISSION;
          case TLS -> SMTPS;
        };
    return new SmtpSettings(
        host,
        number("smtpServerPort").orElse(port),
        encryption,
        value("smtpUser"),
        value("smtpPass"),
        value("envelopeSender").filter(v -> !v.equals("auto")).map(v -> Addresses.parse(v).email()),
        Duration.ofSeconds(number("smtpReloginDelay").orElse(1)));
  }

  private Encryption encryption() {
    String name = value("smtpEncryption").orElse("").toLowerCase(Locale.ROOT);
    return switch (name) {
      case "", "none" -> Encryption.NONE;
      case "tls" -> Encryption.STARTTLS;
      case "ssl" -> Encryption.TLS;
      default ->
          throw new UndeliverableMailException(
              "sendemail.smtpEncryption is \"" + name + "\": it can be ssl or tls");
    };
  }

  /** Whom mail is from: {@code sendemail.from}, else the user. */
  public Optional<Person> from() {
    Optional<Person> user =
        Optional.ofNullable(config.getString("user", null, "email"))
            .map(
                email ->
                    new Person(
                        Optional.ofNullable(config.getString("user", null, "name")).orElse(""),
                        email));
    return value("from").map(Addresses::parse).or(() -> user);
  }

  /** {@code sendemail.to}, which may stand several times. */
  public List<Person> to() {
    return people("to");
  }

  /** {@code sendemail.cc}, which may stand several times. */
  public List<Person> cc() {
    return people("cc");
  }

  private List<Person> people(String key) {
    return values(key).stream().flatMap(field -> Addresses.all(field).stream()).toList();
  }

  private List<String> values(String key) {
    List<String> own =
        identity.map(i -> List.of(config.getStringList(SECTION, i, key))).orElse(List.of());
    return own.isEmpty() ? List.of(config.getStringList(SECTION, null, key)) : own;
  }

  private Optional<String> value(String key) {
    return identity
        .flatMap(i -> Optional.ofNullable(config.getString(SECTION, i, key)))
        .or(() -> Optional.ofNullable(config.getString(SECTION, null, key)))
        .filter(v -> !v.isBlank());
  }

  private Optional<Integer> number(String key) {
    Optional<String> text = value(key);
    try {
      return text.map(Integer::valueOf);
    } catch (NumberFormatException e) {
      throw new UndeliverableMailException(
          "sendemail." + key + " is \"" + text.orElse("") + "\": a number is needed there", e);
    }
  }
}
