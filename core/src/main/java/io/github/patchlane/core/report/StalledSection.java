package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.metrics.Offender;
import io.github.patchlane.core.metrics.Stalled;
import io.github.patchlane.core.metrics.Turn;
import java.time.Duration;
import java.util.List;

/** What waits for whom, and how long already: what the reviewers' side owes stands first. */
record StalledSection(TrialReport report) implements Section {
  @Override
  public String id() {
    return "stalled";
  }

  @Override
  public String title() {
    return "Stalled now";
  }

  @Override
  public void tell(Form form) {
    for (LaneReport lane : report.lanes()) {
      if (report.lanes().size() > 1) {
        form.heading(lane.name());
      }
      tell(form, lane);
    }
  }

  private static void tell(Form form, LaneReport lane) {
    Duration after = lane.options().stalledAfter();
    List<Stalled> stalled =
        lane.stalled().items().stream().filter(i -> i.idle().compareTo(after) >= 0).toList();
    List<Stalled> moving =
        lane.stalled().items().stream().filter(i -> i.idle().compareTo(after) < 0).toList();
    form.paragraph(
        "On "
            + Wording.count(stalled.size(), "open contribution")
            + " nobody did anything for "
            + after.toDays()
            + " days or more. "
            + Wording.count(moving.size())
            + " more saw some activity since then, and "
            + Wording.count(lane.stalled().dormant())
            + " were left alone for "
            + lane.options().dormantAfter().toDays()
            + " days or more."
            + (lane.landingsKnown()
                ? ""
                : " No repository was searched, so some of these may have landed."),
        Measures.BACKLOG,
        Measures.STALLED,
        Measures.DORMANT);
    form.waiting(
        "Waiting for a reviewer or a committer",
        stalled.stream().filter(i -> i.turn().side() != Turn.Side.AUTHOR).toList());
    form.waiting(
        "Waiting for the author",
        stalled.stream().filter(i -> i.turn().side() == Turn.Side.AUTHOR).toList());
    form.behind("Open and in motion", moving.stream().map(Stalled::contribution).toList());
    form.behind("Dormant", dormant(lane));
  }

  private static List<Contribution> dormant(LaneReport lane) {
    return Measures.DORMANT.metric().worst(lane.latency().everything()).stream()
        .map(Offender::contribution)
        .toList();
  }
}
