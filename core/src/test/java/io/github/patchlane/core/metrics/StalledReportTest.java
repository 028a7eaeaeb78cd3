package io.github.patchlane.core.metrics;

import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.hours;
import static io.github.patchlane.core.testkit.Contributions.mail;
import static io.github.patchlane.core.testkit.Contributions.patch;
import static io.github.patchlane.core.testkit.Contributions.person;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.review.ReviewEvent.Closed.Reason;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StalledReportTest {
  private static final double DAY = 24;

  @Test
  void theMaintainersMovesComeFirstAndTheLongestWaitFirst() {
    List<Contribution> contributions =
        List.of(
            mail("author-old").posted(0).review("bob", 1).build(),
            mail("young").posted(90).build(),
            mail("approved").posted(0).approve("bob", 50).build(),
            mail("old").posted(10).build(),
            mail("landed").posted(0).landed(5).build(),
            mail("declined").posted(0).closed("bob", 5, Reason.DECLINED).build(),
            mail("withdrawn").posted(0).closed("ann", 5, Reason.WITHDRAWN).build(),
            mail("superseded").posted(0).closed("ann", 5, Reason.SUPERSEDED).build());

    StalledReport report = StalledReport.of(contributions, LatencyOptions.asOf(at(100)));

    assertEquals(
        List.of("old", "approved", "young", "author-old"),
        report.items().stream().map(item -> item.contribution().title()).toList());
  }

  @Test
  void namesTheTurnTheWaitAndWhoTookPartTheLastFirst() {
    Contribution contribution =
        mail("a")
            .posted(0)
            .comment("bob", 5)
            .comment("cyd", 6)
            .botComment("ci", 7)
            .posted(10)
            .comment("ann", 40)
            .build();

    assertEquals(
        List.of(
            new Stalled(
                contribution,
                new Turn(Turn.Reason.POSTED, at(10), patch("a", 2, 1)),
                hours(90),
                hours(60),
                List.of(person("cyd"), person("bob")),
                List.of())),
        StalledReport.of(List.of(contribution), LatencyOptions.asOf(at(100))).items());
  }

  @Test
  void theDormantAreCountedAndNotListedUnlessAsked() {
    List<Contribution> contributions =
        List.of(mail("dormant").posted(0).build(), mail("alive").posted(370 * DAY).build());
    LatencyOptions options = LatencyOptions.asOf(at(380 * DAY));

    StalledReport folded = StalledReport.of(contributions, options);
    StalledReport asked =
        StalledReport.of(contributions, options.withDormantAfter(hours(9999 * DAY)));

    assertEquals(List.of(1, 1), List.of(folded.items().size(), folded.dormant()));
    assertEquals(List.of(2, 0), List.of(asked.items().size(), asked.dormant()));
  }

  @Test
  void whoLooksAfterMostOfTheFilesIsSuggestedFirstButNotTheAuthor() {
    Contribution contribution =
        mail("a").by("ann").touching("lib/a.c", "lib/b.c", "net/c.c").posted(0).build();
    Maintainers maintainers =
        (path, at) ->
            path.startsWith("net/")
                ? Set.of(person("ned"))
                : new LinkedHashSet<>(List.of(person("ann"), person("lib")));

    StalledReport report =
        StalledReport.of(
            List.of(contribution), LatencyOptions.asOf(at(100)).withMaintainers(maintainers));

    assertEquals(
        List.of(List.of(person("lib"), person("ned"))),
        report.items().stream().map(Stalled::suggested).toList());
  }

  @Test
  void nobodyIsSuggestedWhereItIsTheAuthorsMove() {
    Contribution contribution = mail("a").posted(0).review("bob", 1).build();

    StalledReport report =
        StalledReport.of(
            List.of(contribution),
            LatencyOptions.asOf(at(100)).withMaintainers((path, at) -> Set.of(person("lib"))));

    assertEquals(List.of(List.of()), report.items().stream().map(Stalled::suggested).toList());
  }
}
