package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.review.ReviewEvent;

/** What is said of contributions by how they ended. */
final class LandingShares {
  private LandingShares() {}

  static Metric acceptanceRatio() {
    return new ShareMetric(
        Definition.of(
            "acceptance-ratio",
            "Landed ones among those that landed, were declined or were withdrawn."),
        subject ->
            switch (subject.contribution().state()) {
              case LANDED, DECLINED, WITHDRAWN -> true;
              case OPEN, PARTLY_LANDED, SUPERSEDED -> false;
            },
        LandingShares::landed);
  }

  static Metric reviewCoverage() {
    return new ShareMetric(
        Definition.of(
            "review-coverage",
            "Landed ones with at least one verdict by another human before the landing: an approval"
                + " or a request for changes; \"applied\" is none."),
        LandingShares::landed,
        subject ->
            subject
                .timeline()
                .responses(Tier.SUBSTANTIVE)
                .filter(
                    event ->
                        Timeline.isApproval(event) || event instanceof ReviewEvent.ChangesRequested)
                .anyMatch(event -> beforeLanding(subject, event)));
  }

  static Metric landedWithoutReply() {
    return new ShareMetric(
        Definition.of(
            "landed-without-reply",
            "Landed ones to which no human other than the authors ever replied in public."),
        LandingShares::landed,
        subject -> subject.timeline().responses(Tier.ANY_HUMAN).findAny().isEmpty());
  }

  private static boolean landed(Subject subject) {
    return subject.contribution().state() == State.LANDED;
  }

  private static boolean beforeLanding(Subject subject, ReviewEvent event) {
    return subject
        .timeline()
        .ending()
        .filter(
            end -> event.at().isAfter(end.at()) && !end.at().isBefore(subject.timeline().opened()))
        .isEmpty();
  }
}
