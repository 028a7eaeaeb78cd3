package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.Cohort;
import io.github.patchlane.core.metrics.Definition;
import io.github.patchlane.core.metrics.DurationMetric;
import io.github.patchlane.core.metrics.Metric;
import io.github.patchlane.core.metrics.MetricResult;
import io.github.patchlane.core.metrics.MetricResult.Count;
import io.github.patchlane.core.metrics.MetricResult.Probability;
import io.github.patchlane.core.metrics.MetricResult.Share;
import io.github.patchlane.core.metrics.MetricResult.Survival;
import io.github.patchlane.core.metrics.Metrics;
import java.util.List;
import java.util.Optional;

/** The metrics that the trial's report tells, in the order in which their definitions stand. */
enum Measures {
  FIRST_RESPONSE("time-to-first-response"),
  IGNORED("ignored-rate"),
  LANDING("time-to-landing"),
  ACCEPTANCE("acceptance-ratio"),
  LANDED_SILENTLY("landed-without-reply"),
  COVERAGE("review-coverage"),
  LOAD("reviewer-load"),
  ABSENCE("contributor-absence-factor"),
  NEWCOMERS("newcomers"),
  CONVERSION("conversion-rate"),
  BACKLOG("backlog"),
  STALLED("stalled"),
  DORMANT("dormant"),
  FIRST_REVIEW("time-to-first-review"),
  MAINTAINER_REVIEW("time-to-maintainer-review"),
  APPROVAL("time-to-approval"),
  APPROVAL_TO_LANDING("approval-to-landing"),
  CLOSE("time-to-close"),
  CYCLE("review-cycle"),
  ITERATIONS("iterations"),
  WAITING_ON_REVIEWER("waiting-on-reviewer"),
  WAITING_ON_AUTHOR("waiting-on-author"),
  FIRST_CHECK("time-to-first-check"),
  AGE("age");

  /** Those that tell of each lane by itself; the rest is told only where lanes are compared. */
  static final List<Measures> BASELINE =
      List.of(values()).stream().filter(m -> m.compareTo(APPROVAL) < 0).toList();

  static final List<Measures> ALL = List.of(values());

  private final String id;

  Measures(String id) {
    this.id = id;
  }

  /** By the id in its definition; empty where no section tells it. */
  static Optional<Measures> byId(String id) {
    return ALL.stream().filter(m -> m.id.equals(id)).findFirst();
  }

  Metric metric() {
    return Metrics.byId(id).orElseThrow();
  }

  DurationMetric duration() {
    return (DurationMetric) metric();
  }

  Definition definition() {
    return metric().definition();
  }

  String id() {
    return id;
  }

  /** The footnote's number. */
  int number() {
    return ALL.indexOf(this) + 1;
  }

  Survival survival(Cohort cohort) {
    return (Survival) metric().of(cohort);
  }

  Probability probability(Cohort cohort) {
    return (Probability) metric().of(cohort);
  }

  Share share(Cohort cohort) {
    return (Share) metric().of(cohort);
  }

  int count(Cohort cohort) {
    MetricResult result = metric().of(cohort);
    return result instanceof Count count ? count.value() : 0;
  }
}
