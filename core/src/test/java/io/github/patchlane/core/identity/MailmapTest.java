package io.github.patchlane.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Person;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The forms of gitmailmap(5); expectations were checked against {@code git check-mailmap}. */
class MailmapTest {
  private static final Mailmap MAP =
      Mailmap.parse(
          """
          # who is who
          Ann Writer <ann@example.org>
          <bob@example.org> <bob@old.example>
          Cy Coder <cy@example.org> <cy@old.example>
          Dora Dev <dora@example.org> dd <shared@host.example>
          Egon Eng <egon@example.org> EE <shared@host.example>
          no mailmap line
          Open <unclosed
          Ann Renamed <ann@example.org> # a later line wins
          """);

  @Test
  void aNameForAnAddress() {
    assertResolved("Ann Renamed", "ann@example.org", "annie", "ann@example.org");
  }

  @Test
  void anAddressForAnAddressKeepsTheName() {
    assertResolved("Bob B", "bob@example.org", "Bob B", "bob@old.example");
  }

  @Test
  void nameAndAddressForAnAddress() {
    assertResolved("Cy Coder", "cy@example.org", "c", "cy@old.example");
  }

  @Test
  void nameAndAddressForANameAndAnAddress() {
    assertResolved("Dora Dev", "dora@example.org", "dd", "shared@host.example");
    assertResolved("Egon Eng", "egon@example.org", "ee", "SHARED@host.example");
    assertResolved("somebody", "shared@host.example", "somebody", "shared@host.example");
  }

  @Test
  void caseDoesNotMatterAndTheUnlistedStayAsTheyAre() {
    assertResolved("Cy Coder", "cy@example.org", "c", "CY@Old.Example");
    assertResolved("Zed", "Zed@Example.org", "Zed", "Zed@Example.org");
  }

  @Test
  void noTextIsNoMap() {
    List<Person> people = List.of(new Person("", ""), new Person("a", "b@c"));
    assertEquals(people, people.stream().map(Mailmap.parse("")::resolve).toList());
  }

  private static void assertResolved(String name, String email, String asName, String asEmail) {
    assertEquals(new Person(name, email), MAP.resolve(new Person(asName, asEmail)));
  }
}
