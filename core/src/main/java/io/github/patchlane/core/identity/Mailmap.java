package io.github.patchlane.core.identity;

import io.github.patchlane.core.contribution.Person;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Git's {@code .mailmap}: which names and addresses are one person. Immutable and thread-safe. */
public final class Mailmap {
  public static final Mailmap EMPTY = new Mailmap(Map.of(), Map.of());

  private final Map<String, Person> byEmail;
  private final Map<String, Person> byNameAndEmail;

  private Mailmap(Map<String, Person> byEmail, Map<String, Person> byNameAndEmail) {
    this.byEmail = byEmail;
    this.byNameAndEmail = byNameAndEmail;
  }

  /**
   * Reads the four forms of a mailmap's line; what is no mailmap line is passed over, as git does.
   *
   * @param text the whole file
   */
  public static Mailmap parse(String text) {
    Map<String, Person> byEmail = new HashMap<>();
    Map<String, Person> byNameAndEmail = new HashMap<>();
    text.lines().forEach(line -> addLine(line, byEmail, byNameAndEmail));
    return new Mailmap(Map.copyOf(byEmail), Map.copyOf(byNameAndEmail));
  }

  private static void addLine(
      String line, Map<String, Person> byEmail, Map<String, Person> byNameAndEmail) {
    if (line.startsWith("#")) {
      return;
    }
    int open = line.indexOf('<');
    int close = line.indexOf('>', open + 1);
    if (open < 0 || close < 0) {
      return;
    }
    String properName = line.substring(0, open).strip();
    String first = line.substring(open + 1, close).strip();
    int open2 = line.indexOf('<', close + 1);
    int close2 = open2 < 0 ? -1 : line.indexOf('>', open2 + 1);
    if (close2 < 0) {
      byEmail.merge(lower(first), new Person(properName, ""), Mailmap::merge);
      return;
    }
    String commitName = line.substring(close + 1, open2).strip();
    String commitEmail = line.substring(open2 + 1, close2).strip();
    Person proper = new Person(properName, first);
    if (commitName.isEmpty()) {
      byEmail.merge(lower(commitEmail), proper, Mailmap::merge);
    } else {
      byNameAndEmail.put(lower(commitName) + '\n' + lower(commitEmail), proper);
    }
  }

  /** A later line overrides what it gives and keeps what it leaves out. */
  private static Person merge(Person old, Person later) {
    return new Person(
        later.name().isEmpty() ? old.name() : later.name(),
        later.email().isEmpty() ? old.email() : later.email());
  }

  /** The person's proper name and address; the same person where the map is silent. */
  public Person resolve(Person person) {
    String email = lower(person.email());
    Person proper = byNameAndEmail.get(lower(person.name()) + '\n' + email);
    if (proper == null) {
      proper = byEmail.get(email);
    }
    return proper == null ? person : merge(person, proper);
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
