package io.github.patchlane.gitlab.identity;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.identity.BotRule;
import io.github.patchlane.core.identity.Identities;
import io.github.patchlane.core.review.Actor;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Brings accounts and people together. An account's address is, by the first of these that knows
 * it: the map a person wrote, the public address of the account, the address of commits under the
 * account's own no-reply address or under its full name. The mailmap has the last word on both.
 *
 * <p>A placeholder for somebody who wrote elsewhere goes by that person's name: within one request
 * the name joins it with the account that its person has now. An account that is gone is nobody in
 * particular, and so never the author of a request whose author is still there.
 *
 * <p>First tell it of every account and commit that was {@link #see seen}, then ask. Not
 * thread-safe while it is told, safe afterwards.
 */
public final class Accounts {
  private static final String PLACEHOLDER = "placeholder ";
  private static final String NO_REPLY = "@users.noreply.";

  private final UserMap map;
  private final Identities identities;
  private final BotRule bots;
  private final Set<String> humans;
  private final Map<Long, User> byId = new HashMap<>();
  private final Map<String, Map<Person, Integer>> authorsByName = new HashMap<>();
  private final Map<String, Person> authorsByUsername = new HashMap<>();
  private final Map<Long, Map<Person, Integer>> authorsByAccount = new HashMap<>();

  /**
   * @param bots addresses, names or usernames of machines besides those that the rule knows
   * @param humans likewise of people whom a rule might take for machines
   */
  public Accounts(
      UserMap map, Identities identities, Collection<String> bots, Collection<String> humans) {
    this.map = map;
    this.identities = identities;
    this.bots = BotRule.STANDARD.with(bots, humans);
    this.humans = humans.stream().map(Accounts::nameKey).collect(Collectors.toUnmodifiableSet());
  }

  /** An account was named; what several records say of it is put together. */
  public void see(User user) {
    if (user.id() != 0) {
      byId.merge(user.id(), user, Accounts::joined);
    }
  }

  private static User joined(User a, User b) {
    return new User(
        a.id(),
        longer(a.username(), b.username()),
        longer(a.name(), b.name()),
        a.publicEmail().or(b::publicEmail),
        a.bot() || b.bot());
  }

  /** Deterministic in whatever order the records come. */
  private static String longer(String a, String b) {
    if (a.length() != b.length()) {
      return a.length() > b.length() ? a : b;
    }
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** A commit by this author was proposed by that account. */
  public void see(Person author, User proposer) {
    if (!author.name().isBlank()) {
      authorsByName
          .computeIfAbsent(nameKey(author.name()), key -> new HashMap<>())
          .merge(author, 1, Integer::sum);
    }
    noReplyUsername(author.email())
        .ifPresent(username -> authorsByUsername.putIfAbsent(username, author));
    if (proposer.id() != 0) {
      authorsByAccount
          .computeIfAbsent(proposer.id(), id -> new HashMap<>())
          .merge(author, 1, Integer::sum);
    }
  }

  /** {@code 12-ada@users.noreply.gitlab.com}: the server's own cover for a private address. */
  private static Optional<String> noReplyUsername(String email) {
    int at = email.indexOf(NO_REPLY);
    int dash = email.indexOf('-');
    boolean numbered = dash > 0 && email.chars().limit(dash).allMatch(c -> c >= '0' && c <= '9');
    return at > dash && numbered
        ? Optional.of(email.substring(dash + 1, at).toLowerCase(Locale.ROOT))
        : Optional.empty();
  }

  /** Whose address nothing tells that was seen so far: people only, in the order of their ids. */
  public List<User> withoutAddress() {
    return byId.values().stream()
        .filter(user -> !user.isPlaceholder() && !actor(user).bot())
        .filter(user -> person(user).email().isEmpty())
        .sorted(Comparator.comparingLong(User::id))
        .toList();
  }

  /** The account with all that was seen of it. */
  public User known(User user) {
    return byId.getOrDefault(user.id(), user);
  }

  /** Whether a person wrote down who it is. */
  public boolean isMapped(User account) {
    String username = known(account).username();
    return !username.isEmpty() && map.find(username).isPresent();
  }

  /** Who it is; named by the account's own name or number where nothing else is known. */
  public Person person(User account) {
    User user = known(account);
    Optional<Person> mapped =
        user.username().isEmpty() ? Optional.empty() : map.find(user.username());
    String name =
        mapped
            .map(Person::name)
            .filter(n -> !n.isEmpty())
            .or(() -> ownName(user))
            .orElseGet(() -> name(user));
    String email =
        mapped
            .map(Person::email)
            .filter(e -> !e.isEmpty())
            .or(user::publicEmail)
            .or(() -> commitEmail(user, name))
            .orElse("");
    return identities.resolve(new Person(name, email));
  }

  /** Who somebody is that a text names, and no account. */
  public Person resolved(Person named) {
    return identities.resolve(named);
  }

  private static Optional<String> ownName(User user) {
    String name = user.name().strip();
    if (user.isPlaceholder() && name.toLowerCase(Locale.ROOT).startsWith(PLACEHOLDER)) {
      name = name.substring(PLACEHOLDER.length()).strip();
    }
    return name.isEmpty() ? Optional.empty() : Optional.of(name);
  }

  /**
   * Who has no name in the records has that of the commits under the account's address; without an
   * address, whoever proposes one person's commits only is that person.
   */
  private String name(User user) {
    Map<Person, Integer> own = authorsByAccount.getOrDefault(user.id(), Map.of());
    Optional<String> email = user.publicEmail();
    List<String> names =
        own.keySet().stream()
            .filter(author -> email.isEmpty() || email.get().equalsIgnoreCase(author.email()))
            .map(Person::name)
            .filter(n -> !n.isBlank())
            .distinct()
            .toList();
    if (names.size() == 1) {
      return names.get(0);
    }
    return user.username().isEmpty() ? "user " + user.id() : user.username();
  }

  private Optional<String> commitEmail(User user, String name) {
    if (user.isPlaceholder() || user.isSameAs(User.GHOST)) {
      return Optional.empty();
    }
    return Optional.ofNullable(authorsByUsername.get(user.username().toLowerCase(Locale.ROOT)))
        .or(() -> mostUsed(name))
        .map(Person::email)
        .filter(email -> !email.isEmpty());
  }

  /** The address that a name commits under most often. */
  private Optional<Person> mostUsed(String name) {
    Map<Person, Integer> under = authorsByName.getOrDefault(nameKey(name), Map.of());
    Map<String, Person> byCount = new TreeMap<>();
    under.forEach(
        (person, count) ->
            byCount.put(
                String.format(Locale.ROOT, "%010d %s", Integer.MAX_VALUE - count, person.email()),
                person));
    return byCount.values().stream().findFirst();
  }

  private static String nameKey(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }

  /** Who acted, and whether it is a machine; what a person said of it wins. */
  public Actor actor(User account) {
    User user = known(account);
    Person person = person(user);
    String username = user.username().toLowerCase(Locale.ROOT);
    boolean human =
        humans.contains(username)
            || humans.contains(nameKey(person.name()))
            || humans.contains(person.key());
    return new Actor(person, !human && isMachine(user, person));
  }

  private boolean isMachine(User user, Person person) {
    return user.bot()
        || user.username().startsWith("service_account_")
        || bots.isBot(person)
        || (!user.username().isEmpty() && bots.isBot(new Person("", user.username())));
  }
}
