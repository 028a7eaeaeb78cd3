package io.github.patchlane.core.metrics;

import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.mail;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.metrics.Latency.Measured;
import io.github.patchlane.core.metrics.Latency.Pending;
import io.github.patchlane.core.review.ReviewEvent.Closed.Reason;
import io.github.patchlane.core.testkit.Contributions;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class AsOfTest {
  @Test
  void whatCameLaterDoesNotExistYet() {
    Contribution whole =
        mail("a").posted(1).comment("bob", 5).posted(10).comment("bob", 12).landed(20).build();

    assertEquals(
        Optional.of(mail("a").posted(1).comment("bob", 5).build()), AsOf.view(whole, at(9)));
    assertEquals(Optional.of(whole), AsOf.view(whole, at(20)));
    assertEquals(Optional.empty(), AsOf.view(whole, at(0)));
  }

  @Test
  void beforeItsProposalAnEffortWasAnRfc() {
    Contribution whole = mail("a").revision(1, Revision.Kind.RFC, 1, 1).posted(10).build();

    assertEquals(
        Optional.of(mail("a").revision(1, Revision.Kind.RFC, 1, 1).build()),
        AsOf.view(whole, at(5)));
  }

  @Test
  void aResponseOrLandingOnceMeasuredNeverChangesAndPendingOnlyGrows() {
    SplittableRandom random = new SplittableRandom(20240101);
    for (int i = 0; i < 300; i++) {
      Contribution story = story(random);
      for (String id :
          List.of(
              "time-to-first-response",
              "time-to-first-review",
              "time-to-approval",
              "time-to-first-check")) {
        DurationMetric metric = (DurationMetric) Metrics.byId(id).orElseThrow();
        List<Latency> earlier = List.of();
        for (int hour = 0; hour <= 110; hour += 10) {
          List<Latency> now = measure(metric, story, hour);
          assertTrue(now.size() >= earlier.size(), "values vanished");
          for (int k = 0; k < earlier.size(); k++) {
            Latency before = earlier.get(k);
            if (before instanceof Measured) {
              assertEquals(before, now.get(k), id + " of " + story);
            } else if (now.get(k) instanceof Pending pending) {
              assertTrue(pending.observed().compareTo(before.passed()) >= 0, id);
            }
          }
          earlier = now;
        }
      }
    }
  }

  private static List<Latency> measure(DurationMetric metric, Contribution story, int hour) {
    LatencyOptions options = LatencyOptions.asOf(at(hour));
    return LatencyReport.of(List.of(story), options).subjects().stream()
        .flatMap(subject -> metric.of(subject, options).stream())
        .toList();
  }

  private static Contribution story(SplittableRandom random) {
    Contributions story = mail("s").posted(random.nextInt(1, 20));
    double hour = 20;
    int acts = random.nextInt(8);
    for (int i = 0; i < acts; i++) {
      hour += random.nextInt(1, 12);
      String who = List.of("ann", "bob", "cyd").get(random.nextInt(3));
      switch (random.nextInt(7)) {
        case 0 -> story.posted(hour);
        case 1 -> story.review(who, hour);
        case 2 -> story.approve(who, hour);
        case 3 -> story.checked("ci", hour);
        case 4 -> story.comment(who, hour);
        case 5 -> story.resent(hour);
        default -> story.requestChanges(who, hour);
      }
    }
    if (random.nextBoolean()) {
      story.landed(hour + random.nextInt(1, 9));
    } else if (random.nextBoolean()) {
      story.closed("bob", hour + 1, Reason.DECLINED);
    }
    return story.build();
  }
}
