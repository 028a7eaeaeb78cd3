package io.github.patchlane.benchmarks;

import static java.util.stream.Collectors.groupingBy;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.landing.LandedContributions;
import io.github.patchlane.core.git.landing.LandedPatch;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.git.landing.Landings;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Whether the commits that are known to be made of a mail are found to be, by which rule. */
final class LandingQuality {
  private final GitRepository repository;
  private final List<Contribution> contributions;
  private final List<KnownLanding> known;

  LandingQuality(
      GitRepository repository, List<Contribution> contributions, List<KnownLanding> known) {
    this.repository = repository;
    this.contributions = contributions;
    this.known = known;
  }

  void print(PrintStream out) {
    LandingOptions everything = LandingOptions.asOf(Instant.MAX);
    out.println("Landings");
    print(everything, out);
    out.println("Landings, trailers ignored");
    print(everything.withoutTrailers(), out);
  }

  private void print(LandingOptions options, PrintStream out) {
    Landings found =
        repository.landings(
            LandedContributions.candidates(contributions),
            LandedContributions.mentions(contributions),
            options);
    Map<String, List<Landing>> byCommit =
        found.patches().stream()
            .map(LandedPatch::landing)
            .collect(groupingBy(landing -> landing.commit().value()));
    out.println(recall("all known", known, byCommit));
    for (boolean same : List.of(true, false)) {
      out.println(
          recall(
              same ? "with equal patch-ids" : "edited on the way",
              known.stream().filter(k -> k.samePatchId() == same).toList(),
              byCommit));
    }
    Map<String, int[]> byEvidence = new TreeMap<>();
    for (KnownLanding one : known) {
      for (Landing landing : byCommit.getOrDefault(one.commit(), List.of())) {
        int[] count =
            byEvidence.computeIfAbsent(landing.evidence().kind().label(), k -> new int[2]);
        boolean right = landing.patch().value().equals(one.mail());
        count[0] += right ? 1 : 0;
        count[1]++;
        if (!right) {
          out.println("    wrong: " + one.commit() + " is no " + landing.patch());
        }
      }
    }
    byEvidence.forEach(
        (kind, count) -> out.println(Ratio.line("precision by " + kind, count[0], count[1])));
    out.printf("  %-44s %5d%n%n", "landings in all", found.patches().size());
  }

  private static String recall(
      String name, List<KnownLanding> known, Map<String, List<Landing>> byCommit) {
    long right =
        known.stream()
            .filter(
                one ->
                    byCommit.getOrDefault(one.commit(), List.of()).stream()
                        .anyMatch(landing -> landing.patch().value().equals(one.mail())))
            .count();
    return Ratio.line("recall " + name, right, known.size());
  }
}
