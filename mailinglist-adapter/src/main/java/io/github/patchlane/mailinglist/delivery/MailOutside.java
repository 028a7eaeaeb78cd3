package io.github.patchlane.mailinglist.delivery;

import io.github.patchlane.core.plan.Attempt;
import io.github.patchlane.core.plan.Outside;
import io.github.patchlane.core.plan.Results;
import io.github.patchlane.core.plan.Step;
import io.github.patchlane.mailinglist.compose.OutgoingMail;
import java.util.Map;
import java.util.Optional;

/** Delivers the mails of a plan. */
final class MailOutside implements Outside {
  private final Delivery delivery;

  MailOutside(Delivery delivery) {
    this.delivery = delivery;
  }

  @Override
  public Optional<Map<String, String>> look(Step step, Results earlier) {
    OutgoingMail mail = MailSteps.mail(step);
    return delivery.has(mail)
        ? Optional.of(Map.of("message-id", mail.id().value()))
        : Optional.empty();
  }

  @Override
  public Attempt act(Step step, Results earlier) {
    return delivery.deliver(MailSteps.mail(step));
  }

  @Override
  public boolean repeatable(Step step) {
    return delivery.knows();
  }
}
