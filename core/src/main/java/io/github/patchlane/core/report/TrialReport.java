package io.github.patchlane.core.report;

import io.github.patchlane.core.conversion.Rehearsal;
import io.github.patchlane.core.metrics.Definition;
import io.github.patchlane.core.trial.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Everything that the trial's report says, before it has a form; {@link TrialPage} makes a page of
 * it and {@link TrialText} a mail. Start at {@link #of}.
 *
 * @param lanes at least one, all as of one instant
 * @param trial the comparison of two lanes, the baseline and then the tried one
 * @param rehearsal what would become of the list's contributions as merge requests
 * @param version of the program that measured
 * @param links where the mails behind the numbers can be read
 * @param reviewersNamed whether reviewers appear by name in the account of their load; else they
 *     are numbered
 */
public record TrialReport(
    List<LaneReport> lanes,
    Optional<Trial> trial,
    Optional<Rehearsal> rehearsal,
    String version,
    Links links,
    boolean reviewersNamed) {
  public TrialReport {
    lanes = List.copyOf(lanes);
    Objects.requireNonNull(trial);
    Objects.requireNonNull(rehearsal);
    Objects.requireNonNull(version);
    Objects.requireNonNull(links);
    if (lanes.isEmpty()) {
      throw new IllegalArgumentException("a report needs a lane to report on");
    }
    if (lanes.stream().map(lane -> lane.options().asOf()).distinct().count() > 1) {
      throw new IllegalArgumentException("lanes as of different instants cannot stand together");
    }
    if (trial.isPresent() && lanes.size() != 2) {
      throw new IllegalArgumentException("a comparison has two lanes and not " + lanes.size());
    }
  }

  /** Without links, and with reviewers numbered. */
  public static TrialReport of(List<LaneReport> lanes, String version) {
    return new TrialReport(lanes, Optional.empty(), Optional.empty(), version, Links.NONE, false);
  }

  public TrialReport withLinks(Links changed) {
    return new TrialReport(lanes, trial, rehearsal, version, changed, reviewersNamed);
  }

  /** With a comparison of its two lanes, the baseline first. */
  public TrialReport withTrial(Trial compared) {
    return new TrialReport(lanes, Optional.of(compared), rehearsal, version, links, reviewersNamed);
  }

  public TrialReport withReviewersNamed(boolean changed) {
    return new TrialReport(lanes, trial, rehearsal, version, links, changed);
  }

  public TrialReport withRehearsal(Rehearsal tried) {
    return new TrialReport(lanes, trial, Optional.of(tried), version, links, reviewersNamed);
  }

  public Instant asOf() {
    return lanes.get(0).options().asOf();
  }

  /** The sections in the order of every form. */
  List<Section> sections() {
    return Stream.of(
            trial.stream().map(t -> new VerdictSection(this, t)),
            Stream.of(new SummarySection(this), new StalledSection(this)),
            compared(),
            rehearsal.stream().map(RehearsalSection::new),
            Stream.of(
                new CurvesSection(this),
                new NewcomersSection(this),
                new MonthsSection(this),
                new ReviewersSection(this),
                new MethodSection(this)))
        .flatMap(part -> part)
        .map(Section.class::cast)
        .toList();
  }

  /** Those of the comparison alone. */
  List<Section> comparison() {
    return Stream.concat(trial.stream().map(t -> new VerdictSection(this, t)), compared())
        .map(Section.class::cast)
        .toList();
  }

  private Stream<Section> compared() {
    return trial.stream()
        .flatMap(
            t ->
                Stream.of(
                    new MatchedSection(this, t),
                    new GuardsSection(this, t),
                    new RobustnessSection(this, t),
                    new ProtocolSection(this, t)));
  }

  /** What it is, above its title. */
  String kind() {
    return trial.isPresent() ? "Patch review trial" : "Patch review baseline";
  }

  /** What its numbers mean; their places in the list are the footnotes' numbers, from 1. */
  List<Definition> definitions() {
    return told().stream().map(m -> m.definition()).toList();
  }

  /** The metrics that it tells. */
  List<Measures> told() {
    if (trial.isPresent()) {
      return Measures.ALL;
    }
    // The last of them, so that no footnote changes its number.
    return Measures.BASELINE.stream()
        .filter(m -> m != Measures.MAINTAINER_REVIEW || maintainersKnown())
        .toList();
  }

  private boolean maintainersKnown() {
    return lanes.stream().anyMatch(LaneReport::maintainersKnown);
  }
}
