package io.github.patchlane.core.identity;

import io.github.patchlane.core.contribution.Person;
import java.util.Objects;

/**
 * Brings the several ways one person is named together, by what is certain and no more: the
 * mailmap, the case of an address, and the tag behind a plus sign in it.
 *
 * <p>Two addresses under one full name stay two people: namesakes exist, and a wrong merge makes a
 * reviewer of an author. A mailmap line is how to say that they are one. Immutable and thread-safe.
 */
public final class Identities {
  private final Mailmap mailmap;

  public Identities(Mailmap mailmap) {
    this.mailmap = Objects.requireNonNull(mailmap);
  }

  /**
   * The person as the mailmap would have them named; the same where it is silent. An address with a
   * tag that the map does not list is looked up without it, and kept where that is not listed
   * either: no address is printed that nobody gave.
   */
  public Person resolve(Person person) {
    Person listed = mailmap.resolve(person);
    if (!listed.equals(person)) {
      return listed;
    }
    Person untagged = person.untagged();
    Person found = mailmap.resolve(untagged);
    return found.equals(untagged) ? person : found;
  }

  /**
   * What all mentions of one person share, for comparing and grouping, never for printing: the
   * resolved address in lower case without its tag, else the name.
   */
  public String key(Person person) {
    return resolve(person).key();
  }

  /** Whether the two are one person as far as is certain; nobody is one with no name at all. */
  public boolean same(Person one, Person other) {
    String key = key(one);
    return !key.isEmpty() && key.equals(key(other));
  }

  /** An address or a name as it is compared. */
  static String comparable(String text) {
    return new Person("", text.strip()).key();
  }
}
