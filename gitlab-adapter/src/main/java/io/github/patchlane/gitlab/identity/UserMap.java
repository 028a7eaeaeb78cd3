package io.github.patchlane.gitlab.identity;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.source.UnreadableSourceException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Who is who on a server, as a person wrote it down, one account a line:
 *
 * <pre>
 * # comments and blank lines are skipped
 * username&lt;TAB&gt;Name &lt;mail&gt;
 * </pre>
 *
 * <p>The name or the address may be left out; an at-sign before the username is taken off.
 * Immutable and thread-safe.
 */
public final class UserMap {
  public static final UserMap EMPTY = new UserMap(Map.of());

  private final Map<String, Person> byUsername;

  private UserMap(Map<String, Person> byUsername) {
    this.byUsername = byUsername;
  }

  /**
   * Reads the form above; of two lines for one account the later holds.
   *
   * @param name of the file, for the error
   * @throws UnreadableSourceException naming the first line of another form: an account that is
   *     silently not mapped would be worse than none
   */
  public static UserMap parse(String name, String text) {
    Map<String, Person> byUsername = new HashMap<>();
    int number = 0;
    for (String line : text.lines().toList()) {
      number++;
      if (line.isBlank() || line.startsWith("#")) {
        continue;
      }
      int tab = line.indexOf('\t');
      String username = tab < 0 ? "" : key(line.substring(0, tab));
      Optional<Person> person = tab < 0 ? Optional.empty() : person(line.substring(tab + 1));
      if (username.isEmpty() || person.isEmpty()) {
        throw new UnreadableSourceException(
            name
                + ", line "
                + number
                + ": expected a username, a tab and \"Name <mail>\", found \""
                + line.strip()
                + '"');
      }
      byUsername.put(username, person.get());
    }
    return new UserMap(Map.copyOf(byUsername));
  }

  private static Optional<Person> person(String text) {
    String written = text.strip();
    int open = written.lastIndexOf('<');
    int close = written.lastIndexOf('>');
    Person person =
        open >= 0 && close > open
            ? new Person(
                written.substring(0, open).strip(), written.substring(open + 1, close).strip())
            : new Person(
                written.indexOf('@') < 0 ? written : "", written.indexOf('@') < 0 ? "" : written);
    return person.key().isBlank() ? Optional.empty() : Optional.of(person);
  }

  private static String key(String username) {
    String stripped = username.strip().toLowerCase(Locale.ROOT);
    return stripped.startsWith("@") ? stripped.substring(1) : stripped;
  }

  /** The person behind an account; what the map leaves out of name and address is empty. */
  public Optional<Person> find(String username) {
    return Optional.ofNullable(byUsername.get(key(username)));
  }
}
