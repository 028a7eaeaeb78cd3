package io.github.patchlane.cli.sample;

import java.io.IOException;

/** Takes the mails of a story in the order in which they reach the list. */
interface Postbox {
  void deliver(Mail mail) throws IOException;

  /** How many it has taken. */
  int mails();
}
