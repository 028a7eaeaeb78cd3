package io.github.patchlane.mailinglist.delivery;

import io.github.patchlane.core.contribution.Lane;
import io.github.patchlane.core.plan.Outside;
import io.github.patchlane.core.plan.Plan;
import io.github.patchlane.core.plan.Step;
import io.github.patchlane.core.source.ContributionTarget;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.mailinglist.compose.ComposeOptions;
import io.github.patchlane.mailinglist.compose.ComposedMail;
import io.github.patchlane.mailinglist.compose.ComposedSeries;
import io.github.patchlane.mailinglist.compose.SeriesComposer;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * The mailing list as a place to post to: a contribution of either lane becomes mails, one step
 * each, and these go where a {@link Delivery} takes them.
 */
public final class MailTarget implements ContributionTarget {
  private final Delivery delivery;
  private final ComposeOptions options;

  public MailTarget(Delivery delivery, ComposeOptions options) {
    this.delivery = Objects.requireNonNull(delivery);
    this.options = Objects.requireNonNull(options);
  }

  /**
   * A target to plan with: it opens and writes nothing, and its plans are those of the real one.
   *
   * @param name of the place, as its delivery would give it: {@code mbox:FILE}
   */
  public static MailTarget dry(String name, ComposeOptions options) {
    String destination = name.startsWith("smtp:") ? "smtp" : name;
    return new MailTarget(new NoDelivery(name, destination), options);
  }

  @Override
  public String name() {
    return delivery.name();
  }

  @Override
  public Lane lane() {
    return Lane.MAILING_LIST;
  }

  @Override
  public Plan plan(Posting posting) {
    ComposedSeries series = SeriesComposer.compose(posting, options);
    List<Step> steps = new ArrayList<>();
    for (ComposedMail mail : series.mails()) {
      steps.add(MailSteps.step(mail));
    }
    String id = posting.contribution().id().value() + " to " + delivery.destination();
    return new Plan(id, posting.contribution().title(), steps, series.remarks());
  }

  @Override
  public Outside outside() {
    return new MailOutside(delivery);
  }

  @Override
  public void close() {
    delivery.close();
  }
}
