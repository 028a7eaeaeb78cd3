package io.github.patchlane.mailinglist.series;

import io.github.patchlane.core.contribution.PatchId;
import io.github.patchlane.core.diff.DiffIndex;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How much two postings have in common.
 *
 * @param sameTitle whether cover or single patch have one title
 * @param titleWords the share of words the two leads' titles share
 * @param sharedPatchTitles the share of the shorter one's patches whose title the other one has
 * @param changes how alike the changes are, patch by patch, in [0, 1]
 * @param samePatches whether the changes are equal, patch by patch
 */
record Likeness(
    boolean sameTitle,
    double titleWords,
    double sharedPatchTitles,
    double changes,
    boolean samePatches) {

  static Likeness of(Posting a, Posting b) {
    String left = a.lead().plainTitle();
    String right = b.lead().plainTitle();
    return new Likeness(
        !left.isEmpty() && left.equals(right),
        Titles.overlap(a.lead().title(), b.lead().title()),
        sharedTitles(a, b),
        changes(a, b),
        samePatches(a, b));
  }

  private static double sharedTitles(Posting a, Posting b) {
    Set<String> left = titles(a);
    Set<String> right = titles(b);
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    Set<String> both = new HashSet<>(left);
    both.retainAll(right);
    return (double) both.size() / Math.min(left.size(), right.size());
  }

  private static Set<String> titles(Posting posting) {
    return posting.patches().values().stream()
        .map(PatchMail::plainTitle)
        .filter(title -> !title.isEmpty())
        .collect(Collectors.toSet());
  }

  /** Each patch of the shorter series against its best match, large changes counting more. */
  private static double changes(Posting a, Posting b) {
    boolean ordered = a.patches().size() <= b.patches().size();
    Posting shorter = ordered ? a : b;
    Posting longer = ordered ? b : a;
    double sum = 0;
    double weights = 0;
    for (PatchMail patch : shorter.patches().values()) {
      if (patch.diff().isPresent()) {
        double best = 0;
        for (PatchMail other : longer.patches().values()) {
          if (other.diff().isPresent()) {
            best = Math.max(best, DiffIndex.similarity(patch.diff().get(), other.diff().get()));
          }
        }
        double weight = Math.sqrt(1.0 + patch.stat().added() + patch.stat().removed());
        sum += weight * best;
        weights += weight;
      }
    }
    return weights == 0 ? 0 : sum / weights;
  }

  private static boolean samePatches(Posting a, Posting b) {
    if (a.patches().isEmpty() || !a.patches().keySet().equals(b.patches().keySet())) {
      return false;
    }
    return patchIds(a).stream().allMatch(Optional::isPresent) && patchIds(a).equals(patchIds(b));
  }

  private static List<Optional<PatchId>> patchIds(Posting posting) {
    return posting.patches().values().stream().map(PatchMail::patchId).toList();
  }
}
