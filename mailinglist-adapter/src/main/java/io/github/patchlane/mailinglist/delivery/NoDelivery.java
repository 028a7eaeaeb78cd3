package io.github.patchlane.mailinglist.delivery;

import io.github.patchlane.core.plan.Attempt;
import io.github.patchlane.mailinglist.compose.OutgoingMail;

/** A place that is only talked about: plans name it, and nothing is delivered there. */
record NoDelivery(String name, String destination) implements Delivery {
  @Override
  public boolean has(OutgoingMail mail) {
    return false;
  }

  @Override
  public boolean knows() {
    return false;
  }

  @Override
  public Attempt deliver(OutgoingMail mail) {
    return new Attempt.Refused("this is a rehearsal; nothing is delivered to " + name);
  }

  @Override
  public void close() {
    // nothing is open
  }
}
