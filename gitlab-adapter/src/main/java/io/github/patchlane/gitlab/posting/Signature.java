package io.github.patchlane.gitlab.posting;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.contribution.SourceId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

/** The line above every text: whose words these are, of when, and where they stand. */
final class Signature {
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);

  private final ArchiveLinks links;

  Signature(ArchiveLinks links) {
    this.links = links;
  }

  /** {@code **Ann** <ann@…> wrote on … (mail)}, with a link, without an end. */
  String of(Person author, Instant at, SourceId source, String verb) {
    return person(author)
        + " "
        + verb
        + " on "
        + time(at)
        + " ("
        + links.link("mail", source)
        + ")";
  }

  /** The bare address of a mail in the archive. */
  Optional<String> address(SourceId source) {
    return links.address(source);
  }

  /** A link to a mail. */
  String link(String words, SourceId source) {
    return links.link(words, source);
  }

  static String person(Person person) {
    String name = person.name().isBlank() ? person.email() : person.name();
    String bold = "**" + Harmless.inline(name.isBlank() ? "somebody" : name) + "**";
    return person.name().isBlank() || person.email().isBlank()
        ? bold
        : bold + " \\<" + Harmless.inline(person.email()) + "\\>";
  }

  static String time(Instant at) {
    return TIME.format(at);
  }
}
