package io.github.patchlane.mailinglist.compose;

import io.github.patchlane.core.contribution.Person;
import java.util.Locale;

/** Whom mails are from. */
final class Writers {
  private Writers() {}

  /** The person, at an address that leads nowhere where none of theirs is known. */
  static Person mailable(Person person, String host) {
    if (HeaderValue.isAddress(person.email())) {
      return person;
    }
    String known = person.email().isEmpty() ? person.name() : person.email();
    String local = known.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", ".");
    String trimmed = local.replaceAll("^\\.|\\.$", "");
    String at = host.endsWith(".invalid") ? host : host + ".invalid";
    return new Person(person.name(), (trimmed.isEmpty() ? "unknown" : trimmed) + '@' + at);
  }
}
