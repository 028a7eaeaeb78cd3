package io.github.patchlane.core.contribution;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PersonTest {
  private static Person person(String text) {
    int open = text.indexOf('<');
    return open < 0
        ? new Person(text, "")
        : new Person(text.substring(0, open).strip(), text.substring(open + 1, text.length() - 1));
  }

  @ParameterizedTest
  @CsvSource({
    "Ada Byron <ada@x.example>, Ada B. <ADA@x.example>, true",
    "Ada Byron <ada@x.example>, ada byron <ada@home.example>, true",
    "Ada <ada@x.example>, Ada <ada@home.example>, false",
    "Ada <ada+lists@x.example>, A. Byron <ada@x.example>, true",
    "Ada Byron, Ada Byron <ada@x.example>, true",
    "<ada@x.example>, <bob@x.example>, false",
    "Ada Byron <ada@x.example>, Ada Lovelace <lovelace@x.example>, false",
  })
  void twoMentionsAreOnePersonByAddressOrFullName(String a, String b, boolean same) {
    assertEquals(same, person(a).isSameAs(person(b)), a + " and " + b);
    assertEquals(same, person(b).isSameAs(person(a)), b + " and " + a);
  }
}
