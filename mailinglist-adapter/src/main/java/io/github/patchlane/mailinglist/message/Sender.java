package io.github.patchlane.mailinglist.message;

import io.github.patchlane.core.contribution.Person;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Who wrote a mail. Lists that must not send in a stranger's name rewrite {@code From} to {@code
 * Name via list <list@…>}; the writer is then looked for in the fields where lists leave them.
 */
final class Sender {
  private static final String VIA = " via ";
  private static final List<String> LIST_FIELDS =
      List.of("list-post", "x-beenthere", "x-mailing-list", "mailing-list", "x-original-list");
  private static final List<String> WRITER_FIELDS =
      List.of("x-original-from", "reply-to", "x-original-sender", "cc");

  private final HeaderBlock header;
  private final Person from;
  private final String name;
  private final String via;

  private Sender(HeaderBlock header, Person from) {
    this.header = header;
    this.from = from;
    int at = from.name().lastIndexOf(VIA);
    this.name = at < 0 ? from.name() : unquoted(from.name().substring(0, at));
    this.via = at < 0 ? "" : lower(from.name().substring(at + VIA.length()).strip());
  }

  /**
   * The first of {@code From} who has an address, with a list's rewriting undone. Where the list
   * left no trace of the writer's address, it is empty: the list's own would make one person of all
   * its writers.
   */
  static Person of(HeaderBlock header, Damage damage) {
    List<Person> people = new ArrayList<>();
    for (Slice field : header.allRaw("from")) {
      people.addAll(AddressList.parse(HeaderText.folded(field)));
    }
    if (people.isEmpty()) {
      damage.note("no From; the writer is unknown");
      return new Person("", "");
    }
    return new Sender(header, reachable(people)).original();
  }

  /** The first who has an address, else the first. */
  private static Person reachable(List<Person> people) {
    for (Person person : people) {
      if (!person.email().isEmpty()) {
        return person;
      }
    }
    return people.get(0);
  }

  private Person original() {
    Optional<Person> wrapped = unwrapped();
    if (wrapped.isPresent()) {
      return wrapped.get();
    }
    // Most mail is not rewritten; the lists' addresses are read only where it may be.
    if (via.isEmpty() && !isListAddress(from.email())) {
      return from;
    }
    if (!via.isEmpty() && !isListAddress(from.email()) && !sameList(via, from.email())) {
      return from;
    }
    return WRITER_FIELDS.stream()
        .flatMap(this::writers)
        .findFirst()
        .orElseGet(() -> via.isEmpty() ? from : new Person(name, ""));
  }

  private java.util.stream.Stream<Person> writers(String field) {
    return AddressList.parse(header.folded(field)).stream()
        .filter(p -> p.email().indexOf('@') > 0 && !lower(p.email()).equals(lower(from.email())))
        .filter(p -> !isListAddress(p.email()))
        // A copy goes to many; only the namesake is the writer.
        .filter(p -> !field.equals("cc") || p.name().equals(name))
        .map(p -> p.name().isEmpty() ? new Person(name, p.email()) : p);
  }

  /** Some rewrite the address itself: {@code user=40host@dmarc.…}, {@code user=host@groups.io}. */
  private Optional<Person> unwrapped() {
    String email = from.email();
    int at = email.lastIndexOf('@');
    String domain = lower(email.substring(at + 1));
    int equals = at < 0 ? -1 : email.lastIndexOf('=', at);
    if (equals < 1 || !(domain.startsWith("dmarc.") || domain.endsWith("groups.io"))) {
      return Optional.empty();
    }
    int host = email.startsWith("=40", equals) ? equals + 3 : equals + 1;
    return Optional.of(
        new Person(name, email.substring(0, equals) + '@' + email.substring(host, at)));
  }

  private boolean isListAddress(String email) {
    String wanted = lower(email);
    for (String field : LIST_FIELDS) {
      if (!wanted.isEmpty() && header.has(field) && mentions(lower(header.folded(field)), wanted)) {
        return true;
      }
    }
    return false;
  }

  /** Whether the address stands in the text, not as the end or the start of another one. */
  private static boolean mentions(String text, String email) {
    int at = text.indexOf(email);
    int after = at + email.length();
    return at >= 0
        && (at == 0 || !isAddressPart(text.charAt(at - 1)))
        && (after == text.length() || !isAddressPart(text.charAt(after)));
  }

  private static boolean isAddressPart(char c) {
    return Character.isLetterOrDigit(c) || c == '.' || c == '-' || c == '+' || c == '_';
  }

  /** {@code via foo} and {@code foo@lists…}, or {@code via foo-devel list} and the like. */
  private static boolean sameList(String via, String email) {
    int at = email.indexOf('@');
    String local = at < 0 ? "" : lower(email.substring(0, at));
    return !local.isEmpty() && (via.equals(local) || via.startsWith(local + ' '));
  }

  private static String unquoted(String text) {
    String name = text.strip();
    boolean quoted = name.length() > 2 && name.startsWith("'") && name.endsWith("'");
    return quoted ? name.substring(1, name.length() - 1) : name;
  }

  private static String lower(String text) {
    return text.toLowerCase(Locale.ROOT);
  }
}
