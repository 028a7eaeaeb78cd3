package io.github.patchlane.cli;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.metrics.LatencyOptions;
import io.github.patchlane.core.metrics.Maintainers;
import io.github.patchlane.core.report.LaneReport;
import io.github.patchlane.core.report.TrialReport;
import io.github.patchlane.core.source.Harvest;
import io.github.patchlane.core.trial.Arm;
import io.github.patchlane.core.trial.ChannelRule;
import io.github.patchlane.core.trial.Protocol;
import io.github.patchlane.core.trial.RandomWeeks;
import io.github.patchlane.core.trial.Trial;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Two lanes to be compared, and how: the baseline and the tried one, told apart by what kind of
 * review they are, by which SOURCE they came from, or by lot.
 */
record ComparedLanes(
    Protocol protocol, Side baseline, Side trial, Instant asOf, Maintainers maintainers) {

  /** One lane as it was read. */
  record Side(String name, Harvest harvest, List<String> sources, boolean landingsKnown) {}

  /** Whether what was read holds the two lanes that the protocol names. */
  static boolean areIn(Session.Result read, Protocol protocol) {
    return Stream.of(protocol.baseline(), protocol.trial())
        .allMatch(
            label ->
                read.harvest().contributions().stream()
                    .anyMatch(c -> c.lane().label().equals(label)));
  }

  /** By the kind of review. */
  static ComparedLanes byLane(Session.Result read, List<String> sources, Protocol protocol) {
    return new ComparedLanes(
        protocol,
        side(read, protocol.baseline(), sources, c -> isOn(c, protocol.baseline())),
        side(read, protocol.trial(), sources, c -> isOn(c, protocol.trial())),
        read.asOf(),
        read.maintainers());
  }

  /** By what each SOURCE gave; as of the later end of observation, which both must have reached. */
  static ComparedLanes bySource(
      Session.Result first, Session.Result second, Protocol protocol, Instant asOf) {
    return new ComparedLanes(
        protocol,
        side(first, protocol.baseline(), List.of(protocol.baseline()), c -> true),
        side(second, protocol.trial(), List.of(protocol.trial()), c -> true),
        asOf,
        first.maintainers() == Maintainers.UNKNOWN ? second.maintainers() : first.maintainers());
  }

  /** Whole weeks by lot: two lanes between which there is no difference. */
  static ComparedLanes byLot(
      Session.Result read, List<String> sources, Protocol protocol, long seed) {
    Map<Arm, List<Contribution>> split = RandomWeeks.split(read.harvest().contributions(), seed);
    Protocol drawn = protocol.withLanes("lot A", "lot B").withChannel(ChannelRule.WEEK);
    return new ComparedLanes(
        drawn,
        new Side(
            drawn.baseline(),
            read.harvest().withContributions(split.getOrDefault(Arm.BASELINE, List.of())),
            sources,
            read.landingsKnown()),
        new Side(
            drawn.trial(),
            read.harvest().withContributions(split.getOrDefault(Arm.TRIAL, List.of())),
            sources,
            read.landingsKnown()),
        read.asOf(),
        read.maintainers());
  }

  private static Side side(
      Session.Result read, String name, List<String> sources, Predicate<Contribution> chosen) {
    return new Side(
        name,
        read.harvest()
            .withContributions(read.harvest().contributions().stream().filter(chosen).toList()),
        sources,
        read.landingsKnown());
  }

  private static boolean isOn(Contribution contribution, String lane) {
    return contribution.lane().label().equals(lane);
  }

  Trial compare() {
    return Trial.of(
        protocol,
        baseline.harvest().contributions(),
        trial.harvest().contributions(),
        options().withLandingsKnown(landingsKnown()));
  }

  private LatencyOptions options() {
    return LatencyOptions.asOf(asOf).withWindow(protocol.window()).withMaintainers(maintainers);
  }

  /** Landings that are known of one lane only cannot be compared. */
  private boolean landingsKnown() {
    return baseline.landingsKnown() && trial.landingsKnown();
  }

  /** Both lanes by themselves and against each other. */
  TrialReport report(Trial compared) {
    return TrialReport.of(
            Stream.of(baseline, trial)
                .map(
                    side ->
                        LaneReport.of(
                            side.name(),
                            side.harvest(),
                            options()
                                .withLandingsKnown(side.landingsKnown())
                                .withSources(side.sources())))
                .toList(),
            Version.text())
        .withTrial(compared);
  }
}
