package io.github.patchlane.core.report;

import static io.github.patchlane.core.testkit.Contributions.at;
import static io.github.patchlane.core.testkit.Contributions.mail;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.metrics.LatencyReport;
import io.github.patchlane.core.review.ReviewEvent.Closed.Reason;
import io.github.patchlane.core.statistics.AalenJohansen;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutcomesTest {
  private static AalenJohansen<State> of(Contribution... contributions) {
    return Outcomes.of(
        LatencyReport.of(List.of(contributions), LatencyOptions.asOf(at(1000))).subjects());
  }

  private static double share(AalenJohansen<State> outcomes, State state, double hours) {
    return outcomes.incidence(state).map(i -> i.incidence(3600 * hours)).orElse(0.0);
  }

  @Test
  void eachWayToEndTakesItsShare() {
    AalenJohansen<State> outcomes =
        of(
            mail("a").posted(0).landed(10).build(),
            mail("b").posted(0).closed("bob", 20, Reason.DECLINED).build(),
            mail("c").posted(0).closed("ann", 30, Reason.WITHDRAWN).build(),
            mail("d").posted(0).build());

    assertEquals(0.25, share(outcomes, State.LANDED, 100), 1e-12);
    assertEquals(0.25, share(outcomes, State.DECLINED, 100), 1e-12);
    assertEquals(0.25, share(outcomes, State.WITHDRAWN, 100), 1e-12);
    assertEquals(0.25, outcomes.survival().survival(3600 * 100.0), 1e-12);
  }

  @Test
  void whatWasSupersededWasWatchedUntilThenAndNoLonger() {
    AalenJohansen<State> outcomes =
        of(
            mail("a").posted(0).closed("ann", 10, Reason.SUPERSEDED).build(),
            mail("b").posted(0).landed(20).build(),
            mail("c").posted(0).build());

    assertEquals(0.5, share(outcomes, State.LANDED, 100), 1e-12);
  }

  @Test
  void whatBeganUnseenOrEndedUnseenIsLeftOut() {
    AalenJohansen<State> outcomes =
        of(
            mail("a").revision(2, Revision.Kind.PROPOSAL, 0, 1).landed(10).build(),
            mail("b").posted(0).state(State.DECLINED).build(),
            mail("c").posted(0).landed(20).build());

    assertEquals(1, outcomes.survival().size());
  }
}
