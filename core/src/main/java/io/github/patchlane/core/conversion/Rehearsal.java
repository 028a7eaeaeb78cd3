package io.github.patchlane.core.conversion;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.plan.Plan;
import io.github.patchlane.core.source.Obstacle;
import io.github.patchlane.core.source.Posting;
import io.github.patchlane.core.source.Posting.Round;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What would become of contributions on another lane: each was applied and planned, nothing was
 * written anywhere.
 *
 * @param carried those that were tried, in the order of their opening
 * @param leftOut how many more there are that were not tried
 * @param preview one of them as it would look, empty where none arrives
 */
public record Rehearsal(List<Carried> carried, int leftOut, Optional<RequestPreview> preview) {
  public Rehearsal {
    carried = List.copyOf(carried);
    Objects.requireNonNull(preview);
    if (leftOut < 0) {
      throw new IllegalArgumentException("fewer than none left out: " + leftOut);
    }
  }

  /** How much of a contribution arrives. */
  public enum Arrival {
    /** Every revision becomes a version of the branch. */
    WHOLE,
    /** Some revisions become versions, the others are there to be read. */
    IN_PART,
    /** No revision applies, so there is no branch. */
    NOT_AT_ALL
  }

  /**
   * One contribution that was tried.
   *
   * @param obstacles why revisions become no version, each reason once, without what names the one
   *     file or line: contributions with the same trouble say the same
   * @param remarks what else a person should know before, one sentence each
   */
  public record Carried(
      Contribution contribution, Arrival arrival, List<String> obstacles, List<String> remarks) {
    public Carried {
      Objects.requireNonNull(contribution);
      Objects.requireNonNull(arrival);
      obstacles = List.copyOf(obstacles);
      remarks = List.copyOf(remarks);
    }

    /** By the plan that was made of it. */
    public static Carried of(Posting posting, Plan plan) {
      List<Round> stranded =
          posting.revisions().stream().filter(round -> round.branch().isEmpty()).toList();
      Arrival arrival =
          plan.isEmpty()
              ? Arrival.NOT_AT_ALL
              : stranded.isEmpty() ? Arrival.WHOLE : Arrival.IN_PART;
      return new Carried(
          posting.contribution(),
          arrival,
          stranded.stream()
              .map(round -> round.obstacle().map(Obstacle::inGeneral).orElse("it was not applied"))
              .distinct()
              .toList(),
          plan.remarks().stream()
              .filter(remark -> !plan.isEmpty() && !remark.contains(" does not apply"))
              .toList());
    }
  }

  /** How many of the tried arrive so. */
  public int count(Arrival arrival) {
    return (int) carried.stream().filter(c -> c.arrival() == arrival).count();
  }

  /** Who has which trouble: the most frequent first, then by its words. */
  public Map<String, List<Contribution>> obstacles() {
    Map<String, List<Contribution>> byReason = new TreeMap<>();
    for (Carried one : carried) {
      one.obstacles()
          .forEach(
              reason ->
                  byReason.computeIfAbsent(reason, r -> new ArrayList<>()).add(one.contribution()));
    }
    Map<String, List<Contribution>> sorted = new LinkedHashMap<>();
    byReason.entrySet().stream()
        .sorted((a, b) -> Integer.compare(b.getValue().size(), a.getValue().size()))
        .forEach(entry -> sorted.put(entry.getKey(), List.copyOf(entry.getValue())));
    return Collections.unmodifiableMap(sorted);
  }
}
