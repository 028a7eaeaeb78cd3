package io.github.patchlane.mailinglist.delivery;

import io.github.patchlane.core.plan.Attempt;
import io.github.patchlane.mailinglist.compose.OutgoingMail;

/** A place that mails are given to. Not thread-safe. */
public interface Delivery extends AutoCloseable {
  /** The place as its user named it, without secrets. */
  String name();

  /**
   * The place as a journal knows it. Of mail sent to people it is the same whichever server took
   * it, so that nobody gets it twice because the server changed.
   */
  default String destination() {
    return name();
  }

  /**
   * Whether the mail arrived there before. A mail of which only a part was written, because the
   * writer was killed, is taken away and counts as not arrived.
   */
  boolean has(OutgoingMail mail);

  /** Whether {@link #has} knows. Of mail that was sent to people, nobody does. */
  boolean knows();

  /** Delivers, once. */
  Attempt deliver(OutgoingMail mail);

  @Override
  void close();
}
