package io.github.patchlane.core.report;

import io.github.patchlane.core.metrics.Definition;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Everything that the trial's report says, before it has a form; {@link TrialPage} makes a page of
 * it and {@link TrialText} a mail. Start at {@link #of}.
 *
 * @param lanes at least one, all as of one instant
 * @param version of the program that measured
 * @param links where the mails behind the numbers can be read
 * @param reviewersNamed whether reviewers appear by name in the account of their load; else they
 *     are numbered
 */
public record TrialReport(
    List<LaneReport> lanes, String version, Links links, boolean reviewersNamed) {
  public TrialReport {
    lanes = List.copyOf(lanes);
    Objects.requireNonNull(version);
    Objects.requireNonNull(links);
    if (lanes.isEmpty()) {
      throw new IllegalArgumentException("a report needs a lane to report on");
    }
    if (lanes.stream().map(lane -> lane.options().asOf()).distinct().count() > 1) {
      throw new IllegalArgumentException("lanes as of different instants cannot stand together");
    }
  }

  /** Without links, and with reviewers numbered. */
  public static TrialReport of(List<LaneReport> lanes, String version) {
    return new TrialReport(lanes, version, Links.NONE, false);
  }

  public TrialReport withLinks(Links changed) {
    return new TrialReport(lanes, version, changed, reviewersNamed);
  }

  public TrialReport withReviewersNamed(boolean changed) {
    return new TrialReport(lanes, version, links, changed);
  }

  public Instant asOf() {
    return lanes.get(0).options().asOf();
  }

  /** The sections in the order of every form. */
  List<Section> sections() {
    return List.of(
        new SummarySection(this),
        new StalledSection(this),
        new CurvesSection(this),
        new NewcomersSection(this),
        new MonthsSection(this),
        new ReviewersSection(this),
        new MethodSection(this));
  }

  /** What its numbers mean; their places in the list are the footnotes' numbers, from 1. */
  static List<Definition> definitions() {
    return Measures.ALL.stream().map(m -> m.definition()).toList();
  }
}
