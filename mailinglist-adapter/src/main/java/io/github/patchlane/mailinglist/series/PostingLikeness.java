package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.diff.DiffIndex;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/** How much two postings have in common; each measure is taken when first asked for. */
final class PostingLikeness {
  /** Of two long series, each patch is compared with those near its own place only. */
  private static final int MOST_COMPARED = 20_000;

  private final Features a;
  private final Features b;
  private OptionalDouble changes = OptionalDouble.empty();

  PostingLikeness(Features a, Features b) {
    this.a = a;
    this.b = b;
  }

  /** Whether cover or single patch have one title. */
  boolean sameTitle() {
    return !a.title().isEmpty() && a.title().equals(b.title());
  }

  /** The share of words that the two leads' titles share. */
  double titleWords() {
    return Titles.overlap(a.titleWords(), b.titleWords());
  }

  /** The share of the shorter one's patches whose title the other one has. */
  double sharedPatchTitles() {
    Set<String> left = a.patchTitles();
    Set<String> right = b.patchTitles();
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    long both = left.stream().filter(right::contains).count();
    return (double) both / Math.min(left.size(), right.size());
  }

  /** How alike the changes are, patch by patch, in [0, 1]. */
  double changes() {
    if (changes.isEmpty()) {
      changes = OptionalDouble.of(changes(a.posting(), b.posting()));
    }
    return changes.getAsDouble();
  }

  /** Whether the changes are equal, patch by patch. */
  boolean samePatches() {
    return samePatches(a.posting(), b.posting());
  }

  /** Whether a file is touched by both. */
  boolean samePaths() {
    return a.paths().stream().anyMatch(b.paths()::contains);
  }

  /** Each patch of the shorter series against its best match, large changes counting more. */
  private static double changes(Posting a, Posting b) {
    boolean ordered = a.patches().size() <= b.patches().size();
    Posting shorter = ordered ? a : b;
    Posting longer = ordered ? b : a;
    List<PatchMail> candidates = List.copyOf(longer.patches().values());
    int around = 1 + MOST_COMPARED / (1 + shorter.patches().size());
    double sum = 0;
    double weights = 0;
    int place = 0;
    for (PatchMail patch : shorter.patches().values()) {
      if (patch.diff().isPresent()) {
        int from = Math.max(0, place - around);
        int to = Math.min(candidates.size(), place + around + 1);
        double best = best(patch.diff().get(), candidates.subList(from, to));
        double weight = Math.sqrt(1.0 + patch.stat().added() + patch.stat().removed());
        sum += weight * best;
        weights += weight;
      }
      place++;
    }
    return weights == 0 ? 0 : sum / weights;
  }

  private static double best(DiffIndex diff, List<PatchMail> candidates) {
    double best = 0;
    for (PatchMail other : candidates) {
      if (other.diff().isPresent() && best < 1) {
        best = Math.max(best, DiffIndex.similarity(diff, other.diff().get()));
      }
    }
    return best;
  }

  static boolean samePatches(Posting a, Posting b) {
    if (a.patches().isEmpty() || !a.patches().keySet().equals(b.patches().keySet())) {
      return false;
    }
    return patchIds(a).stream().allMatch(Optional::isPresent) && patchIds(a).equals(patchIds(b));
  }

  private static List<Optional<PatchId>> patchIds(Posting posting) {
    return posting.patches().values().stream().map(PatchMail::patchId).toList();
  }
}
