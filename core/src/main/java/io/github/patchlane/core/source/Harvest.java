package io.github.patchlane.core.source;

import io.github.patchlane.core.contribution.Contribution;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that one reading of a source gave.
 *
 * @param contributions by opening time, then id
 * @param problems by position
 * @param items how many mails or records were read, the damaged ones included
 * @param clockFixes how many instants were not taken as written, because they could not be true
 * @param newest the newest event read, the default end of observation; empty when nothing was read
 */
public record Harvest(
    List<Contribution> contributions,
    List<Problem> problems,
    int items,
    int clockFixes,
    Optional<Instant> newest) {
  public Harvest {
    contributions = contributions.stream().sorted(Contribution.BY_OPENING).toList();
    problems = List.copyOf(problems);
    Objects.requireNonNull(newest);
  }

  /** The same harvest with its contributions changed or chosen. */
  public Harvest withContributions(List<Contribution> changed) {
    return new Harvest(changed, problems, items, clockFixes, newest);
  }

  /** Two sources of one comparison, or one source in two parts that share no contribution. */
  public Harvest and(Harvest other) {
    return new Harvest(
        Stream.concat(contributions.stream(), other.contributions.stream()).toList(),
        Stream.concat(problems.stream(), other.problems.stream()).toList(),
        items + other.items,
        clockFixes + other.clockFixes,
        Stream.concat(newest.stream(), other.newest.stream()).max(Comparator.naturalOrder()));
  }
}
