package io.github.patchlane.core.trial;

import io.github.patchlane.core.metrics.Subject;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Like with like: contributions are compared only within a stratum, whose members are alike in
 * every covariate that the protocol calls exact. A stratum is divided further by a preferred one
 * where that keeps nine tenths of what it can tell, so that no stratum is cut into pieces of one
 * lane each. No outcome is looked at.
 *
 * @param cases all of them, by opening time
 * @param levels how many were matched, from the most alike to the least
 */
public record Matching(List<Case> cases, List<Level> levels) {
  private static final double KEPT = 0.9;
  private static final long WEEK = Duration.ofDays(7).toSeconds();

  public Matching {
    cases = List.copyOf(cases);
    levels = List.copyOf(levels);
  }

  /** How many found their like in so much. */
  public record Level(List<Covariate> alike, int strata, int baseline, int trial) {
    public Level {
      alike = List.copyOf(alike);
    }
  }

  /** One to be matched, before its stratum is known. */
  private record Unmatched(Subject subject, Arm arm, Map<Covariate, String> covariates) {}

  /** Contributions alike in the named covariates, by their places. */
  private record Cell(List<Covariate> alike, List<Integer> members) {}

  static Matching of(
      List<Subject> subjects, Map<Subject, Arm> arms, Protocol protocol, Committers committers) {
    List<Covariate> exact = usable(protocol.exact(), protocol.channel());
    List<Covariate> preferred = usable(protocol.preferred(), protocol.channel());
    List<Unmatched> all = new ArrayList<>();
    for (Subject subject : subjects) {
      Arm arm = arms.get(subject);
      if (arm != null) {
        Map<Covariate, String> covariates = new EnumMap<>(Covariate.class);
        exact.forEach(c -> covariates.put(c, c.of(subject, committers)));
        preferred.forEach(c -> covariates.put(c, c.of(subject, committers)));
        all.add(new Unmatched(subject, arm, covariates));
      }
    }
    List<Cell> cells =
        List.of(new Cell(List.of(), IntStream.range(0, all.size()).boxed().toList()));
    for (Covariate covariate : exact) {
      cells = cells.stream().flatMap(c -> divided(c, covariate, all).stream()).toList();
    }
    cells = cells.stream().filter(cell -> information(cell, all) > 0).toList();
    for (Covariate covariate : preferred) {
      if (!exact.contains(covariate)) {
        cells = cells.stream().flatMap(c -> refined(c, covariate, all).stream()).toList();
      }
    }
    int[] stratum = new int[all.size()];
    Arrays.fill(stratum, -1);
    for (int i = 0; i < cells.size(); i++) {
      for (int member : cells.get(i).members()) {
        stratum[member] = i;
      }
    }
    return new Matching(cases(all, stratum, protocol.channel()), levels(cells, all));
  }

  /** Where whole subsystems went to one lane, no two of one subsystem can be compared. */
  private static List<Covariate> usable(List<Covariate> covariates, ChannelRule channel) {
    return covariates.stream()
        .filter(c -> c != Covariate.SUBSYSTEM || channel != ChannelRule.SUBSYSTEM)
        .toList();
  }

  private static List<Cell> divided(Cell cell, Covariate covariate, List<Unmatched> all) {
    List<Covariate> alike = new ArrayList<>(cell.alike());
    alike.add(covariate);
    Map<String, List<Integer>> parts = new TreeMap<>();
    for (int member : cell.members()) {
      parts
          .computeIfAbsent(all.get(member).covariates().get(covariate), k -> new ArrayList<>())
          .add(member);
    }
    return parts.values().stream().map(members -> new Cell(alike, members)).toList();
  }

  private static List<Cell> refined(Cell cell, Covariate covariate, List<Unmatched> all) {
    List<Cell> parts =
        divided(cell, covariate, all).stream().filter(part -> information(part, all) > 0).toList();
    double kept = parts.stream().mapToDouble(part -> information(part, all)).sum();
    return kept >= KEPT * information(cell, all) ? parts : List.of(cell);
  }

  /** What a cell weighs: n₁n₂/(n₁ + n₂). */
  private static double information(Cell cell, List<Unmatched> all) {
    double trial = cell.members().stream().filter(i -> all.get(i).arm() == Arm.TRIAL).count();
    return trial * (cell.members().size() - trial) / cell.members().size();
  }

  private static List<Level> levels(List<Cell> cells, List<Unmatched> all) {
    Map<List<Covariate>, List<Cell>> byLevel = new LinkedHashMap<>();
    cells.stream()
        .sorted(Comparator.comparing((Cell cell) -> cell.alike().size()).reversed())
        .forEach(cell -> byLevel.computeIfAbsent(cell.alike(), k -> new ArrayList<>()).add(cell));
    List<Level> levels = new ArrayList<>();
    byLevel.forEach(
        (alike, same) -> {
          List<Integer> members = same.stream().flatMap(c -> c.members().stream()).toList();
          int trial = (int) members.stream().filter(i -> all.get(i).arm() == Arm.TRIAL).count();
          levels.add(new Level(alike, same.size(), members.size() - trial, trial));
        });
    return levels;
  }

  private static List<Case> cases(List<Unmatched> all, int[] stratum, ChannelRule channel) {
    Map<String, Integer> units = new HashMap<>();
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < stratum.length; i++) {
      Subject subject = all.get(i).subject();
      String unit =
          switch (channel) {
            case AUTHOR, CONTRIBUTION -> "author " + subject.career().submitter();
            case WEEK -> "week " + week(subject.timeline().opened());
            case SUBSYSTEM -> Covariate.SUBSYSTEM.of(subject, new Committers(List.of()));
          };
      cases.add(
          new Case(
              subject,
              all.get(i).arm(),
              subject.career().submitter(),
              units.computeIfAbsent(unit, u -> units.size()),
              stratum[i] < 0 ? OptionalInt.empty() : OptionalInt.of(stratum[i])));
    }
    return cases;
  }

  /** Weeks from Monday to Sunday in UTC, counted from any beginning. */
  static long week(Instant instant) {
    // The epoch was a Thursday.
    return Math.floorDiv(instant.getEpochSecond() + 3 * Duration.ofDays(1).toSeconds(), WEEK);
  }

  /** Those that have their like in the other arm. */
  public List<Case> matched() {
    return cases.stream().filter(Case::matched).toList();
  }

  /** How many of an arm there are. */
  public int size(Arm arm) {
    return (int) cases.stream().filter(c -> c.arm() == arm).count();
  }

  /** How many of an arm have no like in the other. */
  public int unmatched(Arm arm) {
    return (int) cases.stream().filter(c -> c.arm() == arm && !c.matched()).count();
  }

  public int strata() {
    return levels.stream().mapToInt(Level::strata).sum();
  }
}
