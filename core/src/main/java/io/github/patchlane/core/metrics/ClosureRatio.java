package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.State;

/** Whether a project keeps up: what ended in a period over what was opened in it. */
final class ClosureRatio implements Metric {
  private static final Definition DEFINITION =
      Definition.of(
              "closure-ratio",
              "Contributions that landed, were declined or were withdrawn in the period, whenever"
                  + " they were opened, for each one opened in the period.")
          .asChaoss("Change Request Closure Ratio");

  @Override
  public Definition definition() {
    return DEFINITION;
  }

  @Override
  public MetricResult of(Cohort cohort) {
    boolean known = cohort.options().landingsKnown();
    int ended =
        Math.toIntExact(
            cohort.ended().stream()
                .filter(
                    subject ->
                        subject
                            .timeline()
                            .ending()
                            .filter(end -> end.state() != State.SUPERSEDED)
                            .isPresent())
                .count());
    return new MetricResult.Ratio(
        this, cohort.group(), known ? ended : 0, known ? cohort.opened().size() : 0);
  }
}
