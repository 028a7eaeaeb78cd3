package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.State;
import io.github.patchlane.core.metrics.Cohort;
import io.github.patchlane.core.metrics.Maintainers;
import io.github.patchlane.core.metrics.MetricResult.Survival;
import io.github.patchlane.core.metrics.Offender;
import io.github.patchlane.core.metrics.Subject;
import io.github.patchlane.core.metrics.Tier;
import io.github.patchlane.core.statistics.AalenJohansen;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/** How long people wait, as whole curves and not as one number. */
record CurvesSection(TrialReport report) implements Section {
  @Override
  public String id() {
    return "curves";
  }

  @Override
  public String title() {
    return "How long it takes";
  }

  @Override
  public void tell(Form form) {
    form.paragraph(
        "The curves are Kaplan-Meier estimates, so that what is still waiting counts for as long as"
            + " it was watched. Intervals are at 95 %.");
    firstResponse(form);
    List<LaneReport> searched = report.lanes().stream().filter(LaneReport::landingsKnown).toList();
    if (searched.isEmpty()) {
      form.heading("Landing");
      form.paragraph(
          "No repository was searched, so landings are not known: there is no curve to show.");
    } else {
      landing(form, searched);
      searched.forEach(lane -> outcomes(form, lane));
    }
  }

  private void firstResponse(Form form) {
    form.heading("Time to first response");
    form.chart(
        waiting(
            "response",
            "Waiting for a first response",
            "share with no response yet",
            Measures.FIRST_RESPONSE,
            TimeAxis.MONTH,
            report.lanes()));
    form.grid(AnswerKinds.of(report));
    for (LaneReport lane : report.lanes()) {
      form.behind(
          named(lane, "No response within 30 days"),
          Measures.IGNORED.metric().worst(lane.latency().everything()).stream()
              .map(Offender::contribution)
              .toList());
    }
  }

  private void landing(Form form, List<LaneReport> searched) {
    form.heading("Time to landing");
    form.chart(
        waiting(
            "landing",
            "Not landed yet",
            "share not landed yet",
            Measures.LANDING,
            TimeAxis.HALF_YEAR,
            searched));
    for (LaneReport lane : searched) {
      Cohort all = lane.latency().everything();
      var silent = Measures.LANDED_SILENTLY.share(all);
      form.paragraph(
          named(lane, "Landed without any public reply")
              + ": "
              + Wording.percent(silent.value())
              + " ("
              + silent.part()
              + " of "
              + silent.whole()
              + "). These were handled, though nobody answered on the record.",
          Measures.LANDED_SILENTLY);
      form.behind(
          named(lane, "Landed without any public reply"),
          chosen(
              all,
              s ->
                  s.contribution().state() == State.LANDED
                      && s.timeline()
                          .responses(Tier.ANY_HUMAN, Maintainers.UNKNOWN)
                          .findAny()
                          .isEmpty()));
    }
  }

  private Chart waiting(
      String id,
      String title,
      String vertical,
      Measures metric,
      TimeAxis axis,
      List<LaneReport> lanes) {
    List<Survival> survivals =
        lanes.stream().map(lane -> metric.survival(lane.latency().everything())).toList();
    List<Curve> curves =
        IntStream.range(0, lanes.size())
            .mapToObj(
                i ->
                    Curve.waiting(
                        lanes.size() > 1 ? lanes.get(i).name() : "Still waiting",
                        survivals.get(i).curve()))
            .toList();
    StringBuilder description = new StringBuilder("Kaplan-Meier curve. ");
    for (int i = 0; i < lanes.size(); i++) {
      Survival survival = survivals.get(i);
      description
          .append(lanes.get(i).name())
          .append(": n = ")
          .append(survival.n())
          .append(", ")
          .append(survival.events())
          .append(" events, median ")
          .append(survival.quantile(0.5).isPresent() ? Wording.median(survival) : "not reached")
          .append(". ");
    }
    return new Chart(
        id,
        title,
        description.append("The table that follows gives the figures.").toString(),
        metric,
        vertical,
        axis,
        curves,
        IntStream.range(0, lanes.size())
            .mapToObj(
                i ->
                    new Chart.AtRisk(
                        lanes.size() > 1 ? lanes.get(i).name() : "At risk",
                        survivals.get(i).curve()))
            .toList());
  }

  private void outcomes(Form form, LaneReport lane) {
    form.heading(named(lane, "How it ends"));
    Cohort all = lane.latency().everything();
    AalenJohansen<State> outcomes = Outcomes.of(all.opened());
    List<Curve> curves =
        List.of(State.LANDED, State.DECLINED, State.WITHDRAWN).stream()
            .map(
                state ->
                    Curve.ended(
                        capitalised(state.label()), outcomes.incidence(state), outcomes.survival()))
            .toList();
    form.chart(
        new Chart(
            "outcomes-" + (report.lanes().indexOf(lane) + 1),
            named(lane, "Landed, declined, withdrawn"),
            "Aalen-Johansen estimate of which share has ended in each way by a time; what none of"
                + " the curves holds is open. The table that follows gives the figures.",
            Measures.ACCEPTANCE,
            "share ended so",
            TimeAxis.HALF_YEAR,
            curves,
            List.of(new Chart.AtRisk("Still open", outcomes.survival()))));
    var accepted = Measures.ACCEPTANCE.share(all);
    form.paragraph(
        "Of those that ended, "
            + Wording.percent(accepted.value())
            + " landed ("
            + Wording.certainty(Wording.interval(accepted), accepted.n())
            + ").",
        Measures.ACCEPTANCE);
    for (State state : List.of(State.DECLINED, State.WITHDRAWN)) {
      form.behind(
          named(lane, capitalised(state.label())),
          chosen(all, s -> s.contribution().state() == state));
    }
  }

  private static List<Contribution> chosen(Cohort cohort, Predicate<Subject> condition) {
    return cohort.opened().stream().filter(condition).map(Subject::contribution).toList();
  }

  private String named(LaneReport lane, String text) {
    return report.lanes().size() > 1 ? lane.name() + ": " + text : text;
  }

  private static String capitalised(String label) {
    return label.substring(0, 1).toUpperCase(Locale.ROOT) + label.substring(1);
  }
}
