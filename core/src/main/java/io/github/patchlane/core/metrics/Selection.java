package io.github.patchlane.core.metrics;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Revision;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What of all that was read is measured; the rest is counted by its reason. */
final class Selection {
  private final List<Subject> subjects = new ArrayList<>();
  private final Map<String, Integer> excluded = new TreeMap<>();

  Selection(List<Contribution> contributions, LatencyOptions options) {
    Instant asOf = options.asOf();
    List<Timeline> timelines = new ArrayList<>();
    for (Contribution contribution : contributions) {
      Timeline.of(contribution, asOf)
          .ifPresentOrElse(timelines::add, () -> exclude("opened after the end of observation"));
    }
    List<Contribution> seen =
        timelines.stream().map(Timeline::contribution).sorted(Contribution.BY_OPENING).toList();
    Map<Contribution, Career> careers = Career.of(seen, options.warmUp());
    for (Timeline timeline : timelines) {
      Contribution contribution = timeline.contribution();
      Optional<String> reason = reasonAgainst(contribution);
      if (reason.isPresent()) {
        exclude(reason.get());
        continue;
      }
      Career career =
          careers.getOrDefault(contribution, new Career(0, Experience.UNKNOWN, Optional.empty()));
      subjects.add(new Subject(timeline, Strata.of(contribution, career.experience()), career));
    }
    subjects.sort((a, b) -> Contribution.BY_OPENING.compare(a.contribution(), b.contribution()));
  }

  /** By opening time, then id; those outside the window too. */
  List<Subject> subjects() {
    return List.copyOf(subjects);
  }

  List<Exclusion> exclusions() {
    return excluded.entrySet().stream()
        .map(entry -> new Exclusion(Optional.empty(), entry.getKey(), entry.getValue()))
        .toList();
  }

  private void exclude(String reason) {
    excluded.merge(reason, 1, Integer::sum);
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
