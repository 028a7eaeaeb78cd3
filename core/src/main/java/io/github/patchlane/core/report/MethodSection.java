package io.github.patchlane.core.report;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.metrics.Exclusion;
import io.github.patchlane.core.metrics.Window;
import io.github.patchlane.core.report.Grid.Cell;
import io.github.patchlane.core.source.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What every number means, what was left out, and what it was made from. */
record MethodSection(TrialReport report) implements Section {
  @Override
  public String id() {
    return "method";
  }

  @Override
  public String title() {
    return "What the numbers mean";
  }

  @Override
  public void tell(Form form) {
    form.definitions(report.definitions());
    form.paragraph(
        "Medians are Kaplan-Meier estimates with log-log intervals; shares have Wilson's interval,"
            + " shares by a day that of the curve. How contributions end is an Aalen-Johansen"
            + " estimate. Time is calendar time. "
            + report
                .trial()
                .map(
                    t ->
                        "What is drawn at random is drawn from the seed "
                            + t.protocol().seed()
                            + ", and so the same each time.")
                .orElse("Nothing here is drawn at random, so there is no seed."));
    for (LaneReport lane : report.lanes()) {
      form.heading(report.lanes().size() > 1 ? "What was read: " + lane.name() : "What was read");
      form.grid(read(lane));
      form.leftOut(
          "What was left out, and why",
          leftOut(lane),
          "patchlane latency --left-out names them all");
      if (!lane.harvest().problems().isEmpty()) {
        form.paragraph(
            "Each problem stands with its position and its reason in patchlane problems.");
      }
      if (lane.landingsKnown()) {
        form.paragraph(recall(lane));
        form.grid(landings(lane));
      }
      form.register(lane);
    }
  }

  private Grid read(LaneReport lane) {
    List<List<Cell>> rows = new ArrayList<>();
    for (String source : lane.options().sources()) {
      rows.add(row("Source", SafeText.line(source, 200)));
    }
    rows.add(row("As of", lane.options().asOf().toString()));
    Window window = lane.options().window();
    window.since().ifPresent(since -> rows.add(row("Opened from", since.toString())));
    window.until().ifPresent(until -> rows.add(row("Opened before", until.toString())));
    rows.add(row("Repository searched for landings", lane.landingsKnown() ? "yes" : "no"));
    rows.add(row("Mails or records read", Wording.count(lane.harvest().items())));
    rows.add(row("Contributions found", Wording.count(lane.harvest().contributions().size())));
    rows.add(row("Contributions measured", Wording.count(lane.latency().subjects().size())));
    rows.add(
        row("Clocks put right, by the clock rule", Wording.count(lane.harvest().clockFixes())));
    for (Problem.Kind kind : Problem.Kind.values()) {
      long count = lane.harvest().problems().stream().filter(p -> p.kind() == kind).count();
      if (count > 0) {
        rows.add(row("Problems: " + kind.label(), Wording.count(count)));
      }
    }
    rows.add(row("Measured by", SafeText.line("patchlane " + report.version(), 80)));
    return new Grid("What the report was made from", List.of(), List.of("What", "Value"), 2, rows);
  }

  private static List<Cell> row(String name, String value) {
    return List.of(Cell.of(name), Cell.of(value));
  }

  private List<Exclusion> leftOut(LaneReport lane) {
    return lane.latency().excluded().stream()
        .filter(e -> e.metric().isEmpty() || isTold(e.metric().orElseThrow()))
        .toList();
  }

  private boolean isTold(String metric) {
    return report.told().stream().anyMatch(m -> m.id().equals(metric));
  }

  private static String recall(LaneReport lane) {
    var recall = lane.options().landingRecall();
    return recall.isPresent()
        ? "Of the true landings, "
            + Figures.percent(recall.getAsDouble())
            + " are found by the rules below."
        : "How many true landings these rules miss was not measured for this archive.";
  }

  private static Grid landings(LaneReport lane) {
    Map<String, Integer> patches = new TreeMap<>();
    for (Contribution contribution : lane.harvest().contributions()) {
      for (Landing landing : contribution.landings()) {
        patches.merge(landing.evidence().kind().label(), 1, Integer::sum);
      }
    }
    int total = patches.values().stream().mapToInt(Integer::intValue).sum();
    List<List<Cell>> rows =
        patches.entrySet().stream()
            .map(
                e ->
                    List.of(
                        Cell.of(e.getKey()),
                        Cell.of(Wording.count(e.getValue())),
                        Cell.bar(
                            Figures.percent((double) e.getValue() / total),
                            (double) e.getValue() / total)))
            .toList();
    return new Grid(
        "How patches were matched to commits",
        List.of(),
        List.of("Evidence", "Patches", "Share"),
        1,
        rows);
  }
}
