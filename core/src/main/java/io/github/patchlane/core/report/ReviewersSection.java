package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.metrics.Cohort;
import io.github.patchlane.core.metrics.ShareMetric;
import io.github.patchlane.core.metrics.Subject;
import io.github.patchlane.core.report.Grid.Cell;
import java.util.ArrayList;
import java.util.List;

/** On how many shoulders review rests, and how much of what lands was seen by another. */
record ReviewersSection(TrialReport report) implements Section {
  private static final int SHOWN = 10;
  private static final List<String> SIZES = List.of("1", "2", "3-4", "5+");

  @Override
  public String id() {
    return "reviewers";
  }

  @Override
  public String title() {
    return "Review load and coverage";
  }

  @Override
  public void tell(Form form) {
    for (LaneReport lane : report.lanes()) {
      if (report.lanes().size() > 1) {
        form.heading(lane.name());
      }
      load(form, lane);
      bySize(form, lane);
    }
  }

  private void load(Form form, LaneReport lane) {
    Cohort all = lane.latency().everything();
    List<ReviewerShare> reviewers = ReviewerShare.of(all.opened());
    var coverage = Measures.COVERAGE.share(all);
    form.paragraph(
        Wording.count(reviewers.size(), "reviewer")
            + " gave a substantive reply; "
            + Measures.ABSENCE.count(all)
            + " of them gave half of all. "
            + (coverage.n() == 0
                ? "How much of what landed was reviewed is not known."
                : "Of what landed, "
                    + Wording.percent(coverage.value())
                    + " had a verdict by somebody else ("
                    + Wording.certainty(Wording.interval(coverage), coverage.n())
                    + ")."),
        Measures.LOAD,
        Measures.ABSENCE,
        Measures.COVERAGE);
    long total = reviewers.stream().mapToLong(ReviewerShare::contributions).sum();
    List<List<Cell>> rows = new ArrayList<>();
    for (int i = 0; i < Math.min(SHOWN, reviewers.size()); i++) {
      ReviewerShare reviewer = reviewers.get(i);
      rows.add(row(name(reviewer, i), reviewer.contributions(), total));
    }
    if (reviewers.size() > SHOWN) {
      List<ReviewerShare> rest = reviewers.subList(SHOWN, reviewers.size());
      rows.add(
          row(
              Wording.count(rest.size(), "other"),
              rest.stream().mapToLong(ReviewerShare::contributions).sum(),
              total));
    }
    form.grid(
        new Grid(
            "How review is spread over reviewers",
            List.of(Measures.LOAD),
            List.of("Reviewer", "Contributions reviewed", "Share of all reviews"),
            1,
            rows));
    form.behind(
        report.lanes().size() > 1
            ? lane.name() + ": landed without a verdict by somebody else"
            : "Landed without a verdict by somebody else",
        unseen(all));
  }

  private static List<Contribution> unseen(Cohort all) {
    ShareMetric coverage = (ShareMetric) Measures.COVERAGE.metric();
    return all.options().landingsKnown()
        ? all.opened().stream()
            .filter(subject -> coverage.isWhole(subject) && !coverage.isPart(subject))
            .map(Subject::contribution)
            .toList()
        : List.of();
  }

  private String name(ReviewerShare reviewer, int place) {
    return report.reviewersNamed() ? SafeText.line(reviewer.name(), 40) : "Reviewer " + (place + 1);
  }

  private static List<Cell> row(String name, long contributions, long total) {
    double share = (double) contributions / total;
    return List.of(
        Cell.of(name),
        Cell.of(Wording.count(contributions)),
        Cell.bar(Figures.percent(share), share));
  }

  private static void bySize(Form form, LaneReport lane) {
    form.heading("By size");
    List<List<Cell>> rows = new ArrayList<>();
    for (String size : SIZES) {
      Cohort cohort = lane.latency().cohort(strata -> strata.size().equals(size));
      if (!cohort.opened().isEmpty()) {
        rows.add(GroupFigures.of(patches(size), cohort).row());
      }
    }
    List<String> headers = new ArrayList<>(List.of("Size"));
    headers.addAll(GroupFigures.HEADERS);
    form.grid(
        new Grid(
            "Medians and shares by the patches of the first posting, with 95 % intervals",
            GroupFigures.METRICS, headers, 1, rows));
  }

  private static String patches(String size) {
    return size.equals("1") ? "1 patch" : size + " patches";
  }
}
