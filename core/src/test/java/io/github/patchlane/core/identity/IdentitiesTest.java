package io.github.patchlane.core.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Person;
import org.junit.jupiter.api.Test;

class IdentitiesTest {
  private static final Identities PLAIN = new Identities(Mailmap.EMPTY);

  @Test
  void aTagAndTheCaseMakeNoOtherPerson() {
    Person one = new Person("Ann", "Ann+lists@Example.org");
    Person other = new Person("A. Writer", "ann@example.org");

    assertTrue(PLAIN.same(one, other));
    assertEquals("ann@example.org", PLAIN.key(one));
  }

  @Test
  void theAddressIsPrintedAsItWasGiven() {
    Person tagged = new Person("Ann", "ann+lists@example.org");

    assertEquals(tagged, PLAIN.resolve(tagged));
  }

  @Test
  void theMailmapKnowsATaggedAddressByThePlainOne() {
    Identities identities =
        new Identities(Mailmap.parse("Ann Writer <ann@new.example> <ann@old.example>\n"));

    assertEquals(
        new Person("Ann Writer", "ann@new.example"),
        identities.resolve(new Person("ann", "ann+x@old.example")));
  }

  @Test
  void namesakesStayTwoPeople() {
    assertFalse(
        PLAIN.same(new Person("Li Wei", "a@x.example"), new Person("Li Wei", "b@x.example")));
  }

  @Test
  void withoutAddressesTheNameDecides() {
    assertTrue(PLAIN.same(new Person("Ann Writer", ""), new Person("ann writer", "")));
    assertFalse(PLAIN.same(new Person("", ""), new Person("", "")));
  }

  @Test
  void aPlusThatIsNoTagIsLeftAlone() {
    assertEquals("+x@host", new Person("", "+x@host").untagged().email());
    assertEquals("a@ho+st", new Person("", "a@ho+st").untagged().email());
    assertEquals("a+b", new Person("", "a+b").untagged().email());
  }
}
