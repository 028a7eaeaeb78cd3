package io.github.patchlane.mailinglist.message;

import io.github.patchlane.core.contribution.Person;
import java.util.List;

/** Reads people as mails name them outside their headers. */
public final class Addresses {
  private Addresses() {}

  /** The first person in the text; one without name and address where there is none. */
  public static Person parse(String text) {
    return all(text).stream().findFirst().orElse(new Person("", ""));
  }

  /** Everyone in a list of addresses, in its order; none where the text holds none. */
  public static List<Person> all(String text) {
    return AddressList.parse(text);
  }
}
