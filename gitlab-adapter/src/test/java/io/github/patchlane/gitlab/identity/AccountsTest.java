package io.github.patchlane.gitlab.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.github.patchlane.core.contribution.Person;
import io.github.patchlane.core.identity.Identities;
import io.github.patchlane.core.identity.Mailmap;
import io.github.patchlane.core.source.UnreadableSourceException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AccountsTest {
  private static Accounts accounts(String map, String mailmap, List<String> humans) {
    return new Accounts(
        UserMap.parse("users", map),
        new Identities(Mailmap.parse(mailmap)),
        List.of("Nightly"),
        humans);
  }

  private static Accounts plain() {
    return accounts("", "", List.of());
  }

  private static User user(long id, String username, String name) {
    return new User(id, username, name, Optional.empty(), false);
  }

  @Test
  void theMapComesFirstThenThePublicAddressThenThatOfCommits() {
    User ada = new User(1, "ada", "Ada Lowe", Optional.of("ada@public.example.org"), false);
    Person commits = new Person("Ada Lowe", "ada@commits.example.org");

    Accounts mapped = accounts("# who\n\n@ADA\tA. Lowe <ada@map.example.org>\n", "", List.of());
    mapped.see(commits, ada);
    assertEquals(new Person("A. Lowe", "ada@map.example.org"), mapped.person(ada));

    Accounts shown = plain();
    shown.see(commits, ada);
    assertEquals(new Person("Ada Lowe", "ada@public.example.org"), shown.person(ada));
    assertEquals(commits, shown.person(user(9, "lowe", "Ada Lowe")));
    assertEquals(new Person("Max", ""), shown.person(user(8, "max", "Max")));
  }

  @Test
  void anAddressThatTheServerCoversNamesItsAccount() {
    Accounts accounts = plain();
    Person covered = new Person("A. L.", "12-ada@users.noreply.gitlab.example.org");
    accounts.see(covered, user(5, "max", "Max"));
    assertEquals(
        new Person("Ada Lowe", covered.email()), accounts.person(user(12, "ada", "Ada Lowe")));
  }

  @Test
  void anAccountWithoutANameHasThatOfItsOnlyCommits() {
    Accounts accounts = plain();
    accounts.see(new Person("Ada Lowe", "ada@example.org"), User.numbered(7));
    assertEquals(new Person("Ada Lowe", "ada@example.org"), accounts.person(User.numbered(7)));
    accounts.see(new Person("Max", "max@example.org"), User.numbered(7));
    assertEquals("user 7", accounts.person(User.numbered(7)).name());
  }

  @Test
  void theMailmapHasTheLastWord() {
    Accounts accounts = accounts("", "Ada Lowe <ada@example.org> <ada@old.example.org>", List.of());
    assertEquals(
        new Person("Ada Lowe", "ada@example.org"),
        accounts.person(new User(1, "a", "ada", Optional.of("ada@old.example.org"), false)));
  }

  @Test
  void recordsOfOneAccountArePutTogether() {
    Accounts accounts = plain();
    accounts.see(new User(3, "", "Ada Lowe", Optional.empty(), false));
    accounts.see(new User(3, "ada", "", Optional.of("ada@example.org"), false));
    assertEquals(new Person("Ada Lowe", "ada@example.org"), accounts.person(User.numbered(3)));
  }

  @Test
  void machinesAreToldByFlagByNameAndByWhatAPersonSaid() {
    Accounts accounts = accounts("", "", List.of("odd-bot"));
    assertEquals(true, accounts.actor(user(1, "project_4_bot", "x")).bot());
    assertEquals(true, accounts.actor(user(2, "group_4_bot_ab12", "x")).bot());
    assertEquals(true, accounts.actor(user(3, "service_account_ab12", "x")).bot());
    assertEquals(true, accounts.actor(user(4, "renovate-bot", "x")).bot());
    assertEquals(true, accounts.actor(user(5, "n", "Nightly")).bot());
    assertEquals(true, accounts.actor(new User(6, "h", "H", Optional.empty(), true)).bot());
    assertEquals(false, accounts.actor(user(7, "odd-bot", "Olga Odd")).bot());
    assertEquals(false, accounts.actor(user(8, "abbott", "Ann Abbott")).bot());
    assertEquals(false, accounts.actor(User.GHOST).bot());
  }

  @Test
  void aLineOfAnotherFormIsNamed() {
    UnreadableSourceException thrown =
        assertThrows(
            UnreadableSourceException.class, () -> UserMap.parse("who", "\nada Ada <a@b>\n"));
    assertEquals(
        "who, line 2: expected a username, a tab and \"Name <mail>\", found \"ada Ada <a@b>\"",
        thrown.getMessage());
  }
}
