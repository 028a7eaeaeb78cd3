package io.github.patchlane.core.metrics;

import java.util.List;
import java.util.function.Predicate;

/** A share of the contributions that ended up in one way, and the rule for both. */
public final class ShareMetric implements Metric {
  private final Definition definition;
  private final Predicate<Subject> whole;
  private final Predicate<Subject> part;

  /**
   * @param whole which contributions count
   * @param part which of those are the share
   */
  ShareMetric(Definition definition, Predicate<Subject> whole, Predicate<Subject> part) {
    this.definition = definition;
    this.whole = whole;
    this.part = part;
  }

  @Override
  public Definition definition() {
    return definition;
  }

  /** Whether a contribution counts at all; where landings are not known, none should. */
  public boolean isWhole(Subject subject) {
    return whole.test(subject);
  }

  /** Whether one that counts is of the share. */
  public boolean isPart(Subject subject) {
    return part.test(subject);
  }

  @Override
  public MetricResult of(Cohort cohort) {
    // Without landings every such share would speak of refusals only.
    List<Subject> all =
        cohort.options().landingsKnown()
            ? cohort.opened().stream().filter(whole).toList()
            : List.of();
    int chosen = Math.toIntExact(all.stream().filter(part).count());
    return new MetricResult.Share(this, cohort.group(), chosen, all.size());
  }
}
