package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.Cohort;
import io.github.patchlane.core.metrics.MetricResult.Probability;
import io.github.patchlane.core.metrics.MetricResult.Survival;
import io.github.patchlane.core.metrics.Subject;
import io.github.patchlane.core.metrics.Turn;
import io.github.patchlane.core.metrics.TurnSpan;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What can be said of each lane in two sentences. */
record SummarySection(TrialReport report) implements Section {
  @Override
  public String id() {
    return "summary";
  }

  @Override
  public String title() {
    return "In short";
  }

  @Override
  public void tell(Form form) {
    form.paragraph(
        report.lanes().size() == 1
            ? "Baseline of one lane: nothing is compared yet, so there is no verdict."
            : report.trial().isPresent()
                ? "Each lane by itself, with all that was opened on it: what differs between these"
                    + " figures may be the lanes' doing or that of what was sent there."
                : "Baseline of "
                    + report.lanes().size()
                    + " lanes side by side: nothing is tested yet, so there is no verdict.");
    for (LaneReport lane : report.lanes()) {
      if (report.lanes().size() > 1) {
        form.heading(lane.name());
      }
      form.lead(
          answers(lane) + " " + landings(lane),
          Measures.FIRST_RESPONSE,
          Measures.IGNORED,
          Measures.LANDING,
          Measures.BACKLOG);
      form.headlines(headlines(lane));
    }
  }

  private static String answers(LaneReport lane) {
    Cohort all = lane.latency().everything();
    Survival response = Measures.FIRST_RESPONSE.survival(all);
    Probability ignored = Measures.IGNORED.probability(all);
    if (response.n() == 0) {
      return "There is no contribution whose first response could be measured.";
    }
    String first =
        response.quantile(0.5).isPresent()
            ? "Half of all contributions have a first response within "
                + Wording.median(response)
                + " ("
                + Wording.certainty(Wording.medianInterval(response), response.n())
                + ")"
            : "Fewer than half of all contributions have had a first response (n = "
                + Wording.count(response.n())
                + ")";
    return ignored.value().isEmpty()
        ? first + "; none was watched for 30 days yet."
        : first
            + "; "
            + Wording.percent(ignored.value())
            + " hear nothing by day 30"
            + bracketed(Wording.interval(ignored))
            + ".";
  }

  private static String landings(LaneReport lane) {
    Survival landing = Measures.LANDING.survival(lane.latency().everything());
    String open = open(lane);
    if (!lane.landingsKnown()) {
      return "No repository was searched, so what landed is not known, and " + open + ".";
    }
    if (landing.quantile(0.5).isEmpty()) {
      return "Fewer than half have landed (n = "
          + Wording.count(landing.n())
          + "), and "
          + open
          + ".";
    }
    return "Half have landed after "
        + Wording.median(landing)
        + " ("
        + Wording.certainty(Wording.medianInterval(landing), landing.n())
        + "), and "
        + open
        + ".";
  }

  private static String bracketed(String interval) {
    return interval.isEmpty() ? "" : " (" + interval + ")";
  }

  private static String open(LaneReport lane) {
    int open = lane.latency().everything().open().size();
    return Wording.count(open)
        + (open == 1 ? " is open" : " are open")
        + (open == 0 ? "" : ": " + waitingOn(lane));
  }

  private static String waitingOn(LaneReport lane) {
    List<String> parts = new ArrayList<>();
    for (Turn.Side side : Turn.Side.values()) {
      long count =
          lane.latency().everything().open().stream()
              .filter(subject -> sideOf(subject).filter(s -> s == side).isPresent())
              .count();
      if (count > 0) {
        parts.add(Wording.count(count) + " waiting for " + who(side));
      }
    }
    return String.join(", ", parts);
  }

  private static Optional<Turn.Side> sideOf(Subject subject) {
    List<TurnSpan> turns = subject.timeline().turns();
    return turns.isEmpty()
        ? Optional.empty()
        : Optional.of(turns.get(turns.size() - 1).turn().side());
  }

  private static String who(Turn.Side side) {
    return switch (side) {
      case REVIEWER -> "review";
      case AUTHOR -> "the author";
      case COMMITTER -> "a committer";
    };
  }

  private static List<Headline> headlines(LaneReport lane) {
    Cohort all = lane.latency().everything();
    Survival response = Measures.FIRST_RESPONSE.survival(all);
    Survival landing = Measures.LANDING.survival(all);
    Probability ignored = Measures.IGNORED.probability(all);
    int stalled = Measures.STALLED.count(all);
    List<Headline> headlines = new ArrayList<>();
    headlines.add(
        new Headline(
            Measures.FIRST_RESPONSE,
            "median time to first response",
            Wording.median(response),
            Wording.certainty(Wording.medianInterval(response), response.n())));
    headlines.add(
        new Headline(
            Measures.IGNORED,
            "never answered by day 30",
            Wording.percent(ignored.value()),
            Wording.certainty(Wording.interval(ignored), ignored.n())));
    if (lane.landingsKnown()) {
      headlines.add(
          new Headline(
              Measures.LANDING,
              "median time to landing",
              Wording.median(landing),
              Wording.certainty(Wording.medianInterval(landing), landing.n())));
    }
    headlines.add(
        new Headline(
            Measures.BACKLOG,
            "open now",
            Wording.count(all.open().size()),
            stalled + " of them stalled, " + Measures.DORMANT.count(all) + " dormant"));
    return headlines;
  }
}
