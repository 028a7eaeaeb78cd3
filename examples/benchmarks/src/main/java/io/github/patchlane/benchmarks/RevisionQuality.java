package io.github.patchlane.benchmarks;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.ContributionId;
import io.github.patchlane.core.contribution.Revision;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** Whether postings that belong together, as their senders declare, are read as one effort. */
final class RevisionQuality {
  private final List<DeclaredRevision> declared;
  private final Map<String, ContributionId> homes = new HashMap<>();

  RevisionQuality(List<Contribution> contributions, List<DeclaredRevision> declared) {
    this.declared = declared;
    for (Contribution contribution : contributions) {
      contribution.revisions().stream()
          .flatMap(Revision::postings)
          .forEach(posting -> homes.put(posting.value(), contribution.id()));
    }
  }

  void print(PrintStream out) {
    List<String> apart = new ArrayList<>();
    Map<String, int[]> bySource = new TreeMap<>();
    Map<String, List<DeclaredRevision>> efforts = new TreeMap<>();
    for (DeclaredRevision revision : declared) {
      String effort = revision.source() + " " + revision.effort();
      efforts.computeIfAbsent(effort, k -> new ArrayList<>()).add(revision);
    }
    for (List<DeclaredRevision> rounds : efforts.values()) {
      rounds.sort(Comparator.comparingInt(DeclaredRevision::version));
      for (int i = 1; i < rounds.size(); i++) {
        int[] count = bySource.computeIfAbsent(rounds.get(i).source(), k -> new int[2]);
        count[1]++;
        if (together(rounds.get(i - 1), rounds.get(i))) {
          count[0]++;
        } else {
          apart.add(rounds.get(i - 1).mail() + " and " + rounds.get(i).mail());
        }
      }
    }
    int right = bySource.values().stream().mapToInt(count -> count[0]).sum();
    int all = bySource.values().stream().mapToInt(count -> count[1]).sum();
    bySource.forEach(
        (source, count) -> out.println(Ratio.line("pairs by " + source, count[0], count[1])));
    out.println(Ratio.line("pairs in one contribution", right, all));
    apart.forEach(pair -> out.println("    apart: " + pair));
    out.printf("  %-44s %5d%n%n", "contributions that mix change-ids", mixed());
  }

  private boolean together(DeclaredRevision a, DeclaredRevision b) {
    Optional<ContributionId> home = Optional.ofNullable(homes.get(a.mail()));
    return home.isPresent() && home.get().equals(homes.get(b.mail()));
  }

  private long mixed() {
    Map<ContributionId, Set<String>> ids = new HashMap<>();
    for (DeclaredRevision revision : declared) {
      ContributionId home = homes.get(revision.mail());
      if (home != null && revision.hasChangeId()) {
        ids.computeIfAbsent(home, k -> new HashSet<>()).add(revision.effort());
      }
    }
    return ids.values().stream().filter(own -> own.size() > 1).count();
  }
}
