package io.github.patchlane.core.metrics;

import io.github.patchlane.core.statistics.KaplanMeier;
import io.github.patchlane.core.statistics.Observation;
import java.util.List;

/** How many rounds it takes. */
final class Iterations implements Metric {
  private static final Definition DEFINITION =
      Definition.of(
          "iterations",
          "The number of substantive revisions to the end; what is open still takes at least as"
              + " many as it has; an RFC or the same sent again is none.");

  /** Up to where the restricted mean counts. */
  private static final int HORIZON = 10;

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public MetricResult of(Cohort cohort) {
    List<Observation> counts =
        cohort.opened().stream()
            .filter(subject -> subject.timeline().openingSeen())
            .map(
                subject ->
                    new Observation(
                        subject.timeline().rounds().size(), !subject.timeline().isOpen()))
            .toList();
    return new MetricResult.Survival(
        this,
        cohort.group(),
        MetricResult.Unit.REVISIONS,
        KaplanMeier.of(counts),
        HORIZON,
        counts.stream().mapToDouble(Observation::time).max());
  }
}
