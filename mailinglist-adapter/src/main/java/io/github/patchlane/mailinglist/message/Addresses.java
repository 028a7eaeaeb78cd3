package io.github.patchlane.mailinglist.message;

import io.github.patchlane.core.contribution.Person;

/** Reads people as mails name them outside their headers. */
public final class Addresses {
  private Addresses() {}

  /** The first person in the text; one without name and address where there is none. */
  public static Person parse(String text) {
    int open = text.indexOf('<');
    int close = text.indexOf('>', Math.max(0, open));
    return open < 0 || close < 0
        ? new Person("", text.strip())
        : new Person(text.substring(0, open).strip(), text.substring(open + 1, close));
  }
}
