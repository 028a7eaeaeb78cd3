package io.github.patchlane.mailinglist.message;

import io.github.patchlane.core.contribution.Person;

/** Reads people as mails name them outside their headers. */
public final class Addresses {
  private Addresses() {}

  /** The first person in the text; one without name and address where there is none. */
  public static Person parse(String text) {
    return AddressList.parse(text).stream().findFirst().orElse(new Person("", ""));
  }
}
