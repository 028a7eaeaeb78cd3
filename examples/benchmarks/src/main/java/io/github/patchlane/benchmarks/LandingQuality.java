package io.github.patchlane.benchmarks;

import static java.util.stream.Collectors.groupingBy;

import io.github.patchlane.core.contribution.Contribution;
import io.github.patchlane.core.contribution.Landing;
import io.github.patchlane.core.contribution.SourceId;
import io.github.patchlane.core.git.GitRepository;
import io.github.patchlane.core.git.landing.LandedContributions;
import io.github.patchlane.core.git.landing.LandedPatch;
import io.github.patchlane.core.git.landing.LandingCandidate;
import io.github.patchlane.core.git.landing.LandingOptions;
import io.github.patchlane.core.git.landing.Landings;
import io.github.patchlane.core.source.PatchContent;
import java.io.PrintStream;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Whether the commits that are known to be made of a mail are found to be, by which rule. */
final class LandingQuality {
  private final GitRepository repository;
  private final List<Contribution> contributions;
  private final List<KnownLanding> known;
  private final Function<SourceId, Optional<PatchContent>> contents;

  LandingQuality(
      GitRepository repository,
      List<Contribution> contributions,
      List<KnownLanding> known,
      Function<SourceId, Optional<PatchContent>> contents) {
    this.repository = repository;
    this.contributions = contributions;
    this.known = known;
    this.contents = contents;
  }

  void print(PrintStream out) {
    LandingOptions everything = LandingOptions.asOf(Instant.MAX);
    out.println("Landings");
    print(everything, out);
    out.println("Landings, trailers ignored");
    print(everything.withoutTrailers(), out);
    printTraps(out);
  }

  private Landings search(Predicate<LandingCandidate> which, LandingOptions options) {
    return repository.landings(
        LandedContributions.candidates(contributions).stream().filter(which).toList(),
        LandedContributions.mentions(contributions),
        contents,
        options);
  }

  private static Map<String, List<Landing>> byCommit(Landings found) {
    return found.patches().stream()
        .map(LandedPatch::landing)
        .collect(groupingBy(landing -> landing.commit().value()));
  }

  private void print(LandingOptions options, PrintStream out) {
    Landings found = search(candidate -> true, options);
    Map<String, List<Landing>> byCommit = byCommit(found);
    for (int half = 0; half < 2; half++) {
      int own = half;
      List<KnownLanding> rows = known.stream().filter(k -> half(k) == own).toList();
      out.println(recall("half " + (half + 1), rows, byCommit));
      out.println(recall("half " + (half + 1) + ", edited", edited(rows), byCommit));
    }
    out.println(recall("all known", known, byCommit));
    out.println(
        recall(
            "with equal patch-ids",
            known.stream().filter(KnownLanding::samePatchId).toList(),
            byCommit));
    out.println(recall("edited on the way", edited(known), byCommit));
    Map<String, int[]> byEvidence = new TreeMap<>();
    Calibration calibration = new Calibration();
    int[] all = new int[2];
    for (KnownLanding one : known) {
      for (Landing landing : byCommit.getOrDefault(one.commit(), List.of())) {
        boolean right =
            known.stream()
                .filter(k -> k.commit().equals(one.commit()))
                .anyMatch(k -> k.mail().equals(landing.patch().value()));
        count(all, right);
        count(
            byEvidence.computeIfAbsent(landing.evidence().kind().label(), k -> new int[2]), right);
        calibration.add(landing.evidence().confidence(), right);
        if (!right) {
          out.println("    wrong: " + one.commit() + " is no " + landing.patch());
        }
      }
    }
    out.println(Ratio.line("precision", all[0], all[1]));
    byEvidence.forEach(
        (kind, count) -> out.println(Ratio.line("precision by " + kind, count[0], count[1])));
    calibration.print(out);
    out.printf("  %-44s %5d%n%n", "landings in all", found.patches().size());
  }

  /**
   * Commits whose mail is not there: every second known commit's whole contribution is hidden, so
   * that whatever such a commit is matched to is wrong, unless it is the same patch sent by
   * somebody else. What is said of these and of the commits left is how far a confidence can be
   * believed.
   */
  private void printTraps(PrintStream out) {
    out.println("Landings, trailers ignored, every second known contribution hidden");
    Map<SourceId, String> owner =
        LandedContributions.candidates(contributions).stream()
            .collect(
                Collectors.toMap(c -> c.patch().id(), c -> c.contribution().value(), (a, b) -> a));
    Map<String, String> ownerByMail =
        owner.entrySet().stream()
            .collect(Collectors.toMap(e -> e.getKey().value(), Map.Entry::getValue));
    Calibration both = new Calibration();
    for (int half = 0; half < 2; half++) {
      int own = half;
      Set<String> hidden =
          known.stream()
              .filter(k -> half(k) == own)
              .flatMap(k -> Optional.ofNullable(ownerByMail.get(k.mail())).stream())
              .collect(Collectors.toSet());
      Map<String, List<Landing>> byCommit =
          byCommit(
              search(
                  c -> !hidden.contains(c.contribution().value()),
                  LandingOptions.asOf(Instant.MAX).withoutTrailers()));
      int gone = 0;
      int taken = 0;
      for (KnownLanding one : known) {
        boolean isHidden = hidden.contains(ownerByMail.getOrDefault(one.mail(), ""));
        List<Landing> landings = byCommit.getOrDefault(one.commit(), List.of());
        gone += isHidden ? 1 : 0;
        taken += isHidden && !landings.isEmpty() ? 1 : 0;
        for (Landing landing : landings) {
          boolean right = landing.patch().value().equals(one.mail());
          both.add(landing.evidence().confidence(), right);
          if (isHidden) {
            out.println(
                "    in place of a hidden one: "
                    + one.commit()
                    + " is "
                    + landing.patch()
                    + ", "
                    + landing.evidence().confidence());
          }
        }
      }
      out.println(Ratio.line("half " + (half + 1) + " hidden, matched all the same", taken, gone));
    }
    both.print(out);
    out.println();
  }

  /** By the commit's name, which nobody chose. */
  private static int half(KnownLanding one) {
    return Character.digit(one.commit().charAt(0), 16) % 2;
  }

  private static List<KnownLanding> edited(List<KnownLanding> rows) {
    return rows.stream().filter(k -> !k.samePatchId()).toList();
  }

  private static void count(int[] rightAndAll, boolean right) {
    rightAndAll[0] += right ? 1 : 0;
    rightAndAll[1]++;
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
