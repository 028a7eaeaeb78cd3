package io.github.patchlane.core.metrics;

import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.mail;
import static io.github.patchlane.core.testkit.Contributions.mergeRequest;
import static io.github.patchlane.core.testkit.Contributions.person;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.review.ReviewEvent.Closed.Reason;
import io.github.patchlane.core.testkit.Contributions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LatencyReportTest {
  private static final double DAY = 24;

  private static MetricResult result(
      String metric, LatencyOptions options, Contributions... stories) {
    LatencyReport report =
        LatencyReport.of(List.of(stories).stream().map(Contributions::build).toList(), options);
    return report.results().stream()
        .filter(r -> r.metric().id().equals(metric))
        .findFirst()
        .orElseThrow();
  }

  private static OptionalDouble value(
      String metric, LatencyOptions options, Contributions... stories) {
    return Statistic.VALUE.of(result(metric, options, stories));
  }

  @Test
  void theUnansweredAreInTheMedianAndNotLeftOut() {
    LatencyOptions options = LatencyOptions.asOf(at(100));

    assertEquals(
        OptionalDouble.of(50 * 3600),
        value(
            "time-to-first-response",
            options,
            mail("a").posted(0).comment("bob", 2),
            mail("b").posted(0).comment("bob", 50),
            mail("c").posted(0)));
    assertEquals(
        OptionalDouble.of(Double.POSITIVE_INFINITY),
        value(
            "time-to-first-response",
            options,
            mail("a").posted(0).comment("bob", 2),
            mail("b").posted(0),
            mail("c").posted(0)));
  }

  @Test
  void declinedOnesDoNotMakeLandingLookFaster() {
    LatencyOptions options = LatencyOptions.asOf(at(100));

    // Censored at their decline, the two would leave one landing of one at risk: a median of 50 h.
    assertEquals(
        OptionalDouble.of(Double.POSITIVE_INFINITY),
        value(
            "time-to-landing",
            options,
            mail("a").posted(0).closed("bob", 5, Reason.DECLINED),
            mail("b").posted(0).closed("bob", 6, Reason.DECLINED),
            mail("c").posted(0).landed(50)));
  }

  @Test
  void silentLandingsAreAClassOfTheirOwn() {
    LatencyOptions options = LatencyOptions.asOf(at(100));
    Contributions[] stories = {
      mail("silent").posted(0).botComment("ci", 1).landed(5),
      mail("reviewed").posted(0).approve("bob", 3, "Reviewed-by", 1).landed(5),
      mail("thanked").posted(0).accepted("bob", 4).landed(5),
      mail("late").posted(0).landed(5).approve("bob", 9, "Reviewed-by", 1),
      mail("open").posted(0)
    };

    assertEquals(
        new MetricResult.Share(Metrics.byId("landed-without-reply").orElseThrow(), Group.ALL, 1, 4),
        result("landed-without-reply", options, stories));
    assertEquals(
        new MetricResult.Share(Metrics.byId("review-coverage").orElseThrow(), Group.ALL, 1, 4),
        result("review-coverage", options, stories));
  }

  @Test
  void everyExclusionNamesItsContributions() {
    Contribution rfc = mail("rfc").revision(1, Revision.Kind.RFC, 1, 1).build();
    Contribution done = mail("done").revision(1, Revision.Kind.COMMITTED, 1, 1).build();
    Contribution pull = mail("pull").revision(1, Revision.Kind.PULL, 1, 1).build();
    Contribution second = mail("pull2").revision(1, Revision.Kind.PULL, 2, 1).build();
    Contribution early = mail("early").posted(3).build();
    Contribution good = mail("good").posted(10).build();
    Contribution late = mail("late").posted(101).build();
    List<Contribution> contributions = List.of(second, rfc, done, pull, early, good, late);
    LatencyOptions options =
        LatencyOptions.asOf(at(100)).withWindow(Window.between(at(5), at(100)));

    List<Exclusion> all =
        LatencyReport.of(contributions, options).excluded().stream()
            .filter(e -> e.metric().isEmpty())
            .toList();

    assertEquals(
        List.of(
            leftOut("a pull request of what was reviewed before", pull, second),
            leftOut("in the repository already when it was posted", done),
            leftOut("only ever posted as an RFC or draft: its clock has not started", rfc),
            leftOut("opened after the end of observation", late),
            leftOut("opened outside the window", early)),
        all);
  }

  private static Exclusion leftOut(String reason, Contribution... contributions) {
    return new Exclusion(Optional.empty(), reason, List.of(contributions));
  }

  @Test
  void whoWasUnseenWhenTheArchiveBeganIsNoNewcomer() {
    List<Contribution> contributions =
        List.of(
            mail("first").by("ann").posted(0).build(),
            mail("second").by("ann").posted(200 * DAY).build(),
            mail("new").by("bob").posted(200 * DAY + 1).build(),
            mail("again").by("bob").posted(210 * DAY).build());

    List<Experience> experiences =
        LatencyReport.of(contributions, LatencyOptions.asOf(at(300 * DAY))).subjects().stream()
            .map(subject -> subject.strata().experience())
            .toList();

    assertEquals(
        List.of(Experience.UNKNOWN, Experience.KNOWN, Experience.NEWCOMER, Experience.KNOWN),
        experiences);
  }

  @Test
  void whoCameBeforeTheWindowOrOnTheOtherLaneIsNoNewcomerInIt() {
    LatencyOptions options =
        LatencyOptions.asOf(at(400 * DAY)).withWindow(Window.between(at(300 * DAY), at(400 * DAY)));

    assertEquals(
        OptionalDouble.of(0),
        value(
            "newcomers",
            options,
            mail("begin").posted(0),
            mail("before").by("bob").posted(200 * DAY),
            mergeRequest("in").by("bob").posted(310 * DAY)));
  }

  @Test
  void aNewcomerOfYesterdayIsNotCountedAsLost() {
    LatencyOptions options = LatencyOptions.asOf(at(500 * DAY));

    assertEquals(
        OptionalDouble.of(0.5),
        value(
            "conversion-rate",
            options,
            mail("begin").posted(0),
            mail("b1").by("bob").posted(200 * DAY),
            mail("b2").by("bob").posted(210 * DAY),
            mail("c1").by("cyd").posted(201 * DAY),
            mail("d1").by("dan").posted(499 * DAY)));
  }

  @Test
  void theIgnoredRateIsNotToldBeforeDay30() {
    Contributions[] stories = {
      mail("a").posted(0).comment("bob", 5), mail("b").posted(0), mail("c").posted(0)
    };

    assertEquals(
        OptionalDouble.empty(), value("ignored-rate", LatencyOptions.asOf(at(29 * DAY)), stories));
    assertEquals(
        2 / 3.0,
        value("ignored-rate", LatencyOptions.asOf(at(30 * DAY)), stories).orElseThrow(),
        1e-12);
  }

  @Test
  void aMonthsClosuresAreThoseThatCameInIt() {
    LatencyOptions options = LatencyOptions.asOf(at(60 * DAY)).withBy(GroupBy.MONTH);
    List<Contribution> contributions =
        List.of(
            mail("a").posted(0).landed(40 * DAY).build(),
            mail("b").posted(1).landed(41 * DAY).build(),
            mail("c").posted(35 * DAY).build());

    List<MetricResult> ratios =
        LatencyReport.of(contributions, options).results().stream()
            .filter(r -> r instanceof MetricResult.Ratio)
            .toList();

    Metric metric = Metrics.byId("closure-ratio").orElseThrow();
    assertEquals(
        List.of(
            new MetricResult.Ratio(metric, new Group(GroupBy.MONTH, "2024-01"), 0, 2),
            new MetricResult.Ratio(metric, new Group(GroupBy.MONTH, "2024-02"), 2, 1)),
        ratios);
  }

  @Test
  void bothLanesGiveTheSameNumbersForTheSameStory() {
    LatencyOptions options = LatencyOptions.asOf(at(100)).withBy(GroupBy.LANE);
    LatencyReport report =
        LatencyReport.of(
            List.of(
                mail("a").by("ann").posted(0).review("bob", 5).posted(9).landed(20).build(),
                mergeRequest("b")
                    .by("eve")
                    .posted(0)
                    .review("bob", 5)
                    .posted(9)
                    .landed(20)
                    .build()),
            options);

    List<OptionalDouble> mail = values(report, "mailing-list");

    assertEquals(mail, values(report, "merge-request"));
    assertEquals(Metrics.ALL.size(), mail.size());
  }

  private static List<OptionalDouble> values(LatencyReport report, String lane) {
    return report.results().stream()
        .filter(result -> result.group().key().equals(lane))
        .map(Statistic.VALUE::of)
        .toList();
  }

  @Test
  void theOrderOfTheInputDoesNotMatter() {
    List<Contribution> contributions =
        new ArrayList<>(
            IntStream.range(0, 40)
                .mapToObj(
                    i ->
                        mail("c" + i)
                            .by("p" + i % 7)
                            .posted(i % 11, 1 + i % 6)
                            .review("r" + i % 3, 12 + i)
                            .build())
                .toList());
    LatencyOptions options = LatencyOptions.asOf(at(100)).withBy(GroupBy.SIZE);
    LatencyReport straight = LatencyReport.of(contributions, options);
    Collections.reverse(contributions);

    assertEquals(straight, LatencyReport.of(contributions, options));
    assertEquals(
        List.of("1", "2", "3-4", "5+"),
        straight.results().stream().map(r -> r.group().key()).distinct().toList());
  }

  @Test
  void reviewersAreCountedOnceAContributionAndNotNamed() {
    Contributions[] stories = {
      mail("a").posted(0).review("bob", 1).review("bob", 2).review("cyd", 3),
      mail("b").posted(0).review("bob", 1),
      mail("c").posted(0).review("bob", 1).comment("dan", 2)
    };
    LatencyOptions options = LatencyOptions.asOf(at(100));

    assertEquals(
        new MetricResult.Load(
            Metrics.byId("reviewer-load").orElseThrow(), Group.ALL, List.of(3L, 1L)),
        result("reviewer-load", options, stories));
    assertEquals(OptionalDouble.of(1), value("contributor-absence-factor", options, stories));
  }

  @Test
  void onlyAMaintainerOfTheTouchedFilesGivesAMaintainersReview() {
    LatencyOptions options =
        LatencyOptions.asOf(at(100))
            .withMaintainers(
                (path, at) -> path.startsWith("lib/") ? Set.of(person("cyd")) : Set.of());

    assertEquals(
        OptionalDouble.of(9 * 3600),
        value(
            "time-to-maintainer-review",
            options,
            mail("a").posted(0).review("bob", 1).comment("cyd", 2).review("cyd", 9)));
  }

  @Test
  void whoMaintainedTheFilesAtTheOpeningIsAMaintainer() {
    LatencyOptions options =
        LatencyOptions.asOf(at(100))
            .withMaintainers((path, at) -> Set.of(person(at.isBefore(at(5)) ? "old" : "new")));

    assertEquals(
        OptionalDouble.of(20 * 3600),
        value(
            "time-to-maintainer-review",
            options,
            mail("a").posted(0).review("new", 10).review("old", 20)));
  }

  @Test
  void whatOnlyItsAuthorMaintainsWaitsForNoMaintainer() {
    LatencyOptions options =
        LatencyOptions.asOf(at(100)).withMaintainers((path, at) -> Set.of(person("ann")));

    Contribution own = mail("a").by("ann").posted(0).build();
    LatencyReport report = LatencyReport.of(List.of(own), options);

    assertEquals(
        List.of(
            new Exclusion(
                Optional.of("time-to-maintainer-review"),
                "nobody but its authors is named as maintainer of what it touches",
                List.of(own))),
        report.excluded().stream()
            .filter(e -> e.metric().equals(Optional.of("time-to-maintainer-review")))
            .toList());
  }

  @Test
  void openOnesAreStalledThenDormant() {
    LatencyOptions options =
        LatencyOptions.asOf(at(400 * DAY)).withDormantAfter(Duration.ofDays(300));
    Contributions[] stories = {
      mail("dormant").posted(0),
      mail("stalled").posted(0).comment("bob", 200 * DAY).botComment("ci", 399 * DAY),
      mail("active").posted(0).comment("ann", 399 * DAY),
      mail("landed").posted(0).landed(9)
    };

    assertEquals(OptionalDouble.of(3), value("backlog", options, stories));
    assertEquals(OptionalDouble.of(1), value("stalled", options, stories));
    assertEquals(OptionalDouble.of(1), value("dormant", options, stories));
  }

  @Test
  void openOnesTakeAtLeastAsManyRoundsAsTheyHave() {
    MetricResult.Survival iterations =
        (MetricResult.Survival)
            result(
                "iterations",
                LatencyOptions.asOf(at(100)),
                mail("a").posted(0).resent(1).posted(2).landed(5),
                mail("b").posted(0).posted(2).posted(3).landed(5),
                mail("c").posted(0).posted(2).posted(3).posted(4));

    assertEquals(OptionalDouble.of(3), iterations.quantile(0.5));
    assertEquals(1, iterations.censored());
  }
}
