package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.plan.Pause;
import io.github.patchlane.core.policy.Maintainers;
import io.github.patchlane.core.source.ContributionTarget;
import io.github.patchlane.mailinglist.compose.ComposeOptions;
import io.github.patchlane.mailinglist.delivery.Delivery;
import io.github.patchlane.mailinglist.delivery.GitMailConfig;
import io.github.patchlane.mailinglist.delivery.MailTarget;
import io.github.patchlane.mailinglist.delivery.MaildirDelivery;
import io.github.patchlane.mailinglist.delivery.MboxDelivery;
import io.github.patchlane.mailinglist.delivery.SmtpDelivery;
import io.github.patchlane.mailinglist.delivery.SmtpSettings;
import io.github.patchlane.mailinglist.message.Addresses;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How contributions are written as mail. */
final class MailOptions {
  private static final String MBOX = "mbox:";
  private static final String MAILDIR = "maildir:";
  private static final String SMTP = "smtp:";

  @Option(
      names = "--mail-from",
      paramLabel = "ADDRESS",
      description =
          "Send everything in this name; default: mbox and maildir in each writer's own, smtp in"
              + " that of the git configuration.")
  @Nullable String from;

  @Option(
      names = "--mail-to",
      paramLabel = "ADDRESS",
      description = "Who gets every mail; may be repeated.")
  List<String> to = List.of();

  @Option(
      names = "--mail-cc",
      paramLabel = "ADDRESS",
      description = "Who gets a copy of every mail; may be repeated.")
  List<String> cc = List.of();

  @Option(
      names = "--maintainers",
      paramLabel = "FILE",
      description = "A MAINTAINERS file; those of the touched paths and their lists are copied.")
  @Nullable String maintainers;

  @Option(names = "--copy-participants", description = "Copy who wrote, signed or reviewed before.")
  boolean copyParticipants;

  @Option(
      names = "--subject-prefix",
      paramLabel = "WORDS",
      defaultValue = "PATCH",
      description = "What stands in the subject's brackets; default ${DEFAULT-VALUE}.")
  String prefix = "PATCH";

  static boolean isTarget(String to) {
    return to.startsWith(MBOX) || to.startsWith(MAILDIR) || to.startsWith(SMTP);
  }

  /**
   * Opens where mail goes.
   *
   * @param repository whose configuration speaks before the user's own
   */
  ContributionTarget target(
      String where, boolean dryRun, Path repository, Environment environment) {
    ComposeOptions options = options(where, repository);
    if (dryRun) {
      return MailTarget.dry(where.equals(SMTP) ? SMTP + smtp(repository) : where, options);
    }
    return new MailTarget(delivery(where, repository, environment), options);
  }

  private static Delivery delivery(String where, Path repository, Environment environment) {
    if (where.startsWith(MBOX)) {
      return MboxDelivery.open(path(where, MBOX));
    }
    if (where.startsWith(MAILDIR)) {
      return MaildirDelivery.open(path(where, MAILDIR));
    }
    SmtpSettings settings = smtp(repository);
    return SmtpDelivery.connect(
        environment.mailPassword().map(settings::withPassword).orElse(settings),
        Clock.systemUTC(),
        Pause.REAL);
  }

  private static SmtpSettings smtp(Path repository) {
    return GitMailConfig.load(Optional.of(repository)).smtp();
  }

  private static Path path(String where, String scheme) {
    try {
      return Path.of(where.substring(scheme.length()));
    } catch (InvalidPathException e) {
      throw new UsageException("--to " + where + ": no such path can exist", e);
    }
  }

  private ComposeOptions options(String where, Path repository) {
    ComposeOptions options = ComposeOptions.DEFAULT.withPrefix(prefix);
    List<Person> everyTo = new ArrayList<>(people(to));
    List<Person> everyCc = new ArrayList<>(people(cc));
    Optional<Person> sender = Optional.ofNullable(from).map(text -> people(text).get(0));
    if (where.startsWith(SMTP)) {
      GitMailConfig config = GitMailConfig.load(Optional.of(repository));
      everyTo.addAll(config.to());
      everyCc.addAll(config.cc());
      sender =
          Optional.of(
              sender
                  .or(config::from)
                  .orElseThrow(
                      () ->
                          new UsageException(
                              "convert: whom mail is from is not known; give --mail-from, or set"
                                  + " sendemail.from")));
    }
    options = options.withRecipients(everyTo, everyCc);
    if (sender.isPresent()) {
      options = options.withSender(sender.get());
    }
    if (maintainers != null) {
      String text = Session.file(maintainers, "--maintainers").orElse("");
      options = options.withMaintainers(Maintainers.parse(text));
    }
    return copyParticipants ? options.withPreviousPosters() : options;
  }

  private static List<Person> people(List<String> addresses) {
    return addresses.stream().flatMap(text -> people(text).stream()).toList();
  }

  private static List<Person> people(String text) {
    List<Person> people = Addresses.all(text);
    if (people.isEmpty() || !people.stream().allMatch(p -> p.email().indexOf('@') > 0)) {
      throw new UsageException(
          "\"" + text + "\" is no mail address; expected \"Name <name@example.org>\"");
    }
    return people;
  }
}
