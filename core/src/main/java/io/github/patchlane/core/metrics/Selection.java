package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What of all that was read is measured; the rest is kept by its reason. */
final class Selection {
  private final List<Subject> subjects = new ArrayList<>();
  private final LeftOut leftOut = LeftOut.ofAll();

  Selection(List<Contribution> contributions, LatencyOptions options) {
    Instant asOf = options.asOf();
    List<Timeline> timelines = new ArrayList<>();
    for (Contribution contribution : contributions) {
      Timeline.of(contribution, asOf)
          .ifPresentOrElse(
              timelines::add,
              () -> leftOut.add("opened after the end of observation", contribution));
    }
    List<Contribution> seen =
        timelines.stream().map(Timeline::contribution).sorted(Contribution.BY_OPENING).toList();
    Map<Contribution, Career> careers = Career.of(seen, options.warmUp());
    for (Timeline timeline : timelines) {
      Contribution contribution = timeline.contribution();
      Optional<String> reason = reasonAgainst(contribution);
      if (reason.isPresent()) {
        leftOut.add(reason.get(), contribution);
        continue;
      }
      Career career =
          careers.getOrDefault(contribution, new Career(0, Experience.UNKNOWN, Optional.empty()));
      subjects.add(new Subject(timeline, Strata.of(contribution, career.experience()), career));
    }
    subjects.sort((a, b) -> Contribution.BY_OPENING.compare(a.contribution(), b.contribution()));
  }

  /** By opening time, then id; those outside any window too. */
  List<Subject> subjects() {
    return List.copyOf(subjects);
  }

  /** By reason, whatever the window. */
  List<Exclusion> exclusions() {
    return leftOut.exclusions();
  }

  /** Those opened in the window; the others are left out too. */
  Observed within(Window window) {
    LeftOut outside = LeftOut.ofAll();
    List<Subject> inside = new ArrayList<>();
    for (Subject subject : subjects) {
      if (window.contains(subject.timeline().opened())) {
        inside.add(subject);
      } else {
        outside.add("opened outside the window", subject.contribution());
      }
    }
    return new Observed(
        inside,
        Stream.concat(leftOut.exclusions().stream(), outside.exclusions().stream())
            .sorted(Exclusion.ORDER)
            .toList());
  }

  static Optional<String> reasonAgainst(Contribution contribution) {
    if (contribution.isOnly(Revision.Kind.RFC)) {
      return Optional.of("only ever posted as an RFC or draft: its clock has not started");
    }
    if (contribution.isOnly(Revision.Kind.COMMITTED)) {
      return Optional.of("in the repository already when it was posted");
    }
    if (contribution.isOnly(Revision.Kind.PULL)) {
      return Optional.of("a pull request of what was reviewed before");
    }
    boolean proposed =
        contribution.revisions().stream()
            .anyMatch(r -> r.kind() == Revision.Kind.PROPOSAL || r.kind() == Revision.Kind.REFRESH);
    return proposed
        ? Optional.empty()
        : Optional.of("never proposed: only RFCs, pull requests or what was committed before");
  }
}
